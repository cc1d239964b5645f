"""How fast the pages are, on loopback and bounded: from paste to first verdict, many readers, many checks at once.

    python -m benchmarks web

Starts a server of its own with a fresh database, warms it, and prints medians, p99, failures and the memory of all its
processes together (proportional set size, so that shared pages are counted once).
"""

import asyncio
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ARTICLES = Path(__file__).parent / "articles"
LENGTH, READERS, READS, CHECKS, ROUNDS = 4_000, 50, 20, 8, 5


def article() -> str:
    """4,000 characters of the benches' own articles."""
    files = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(ARTICLES.glob("*.json"))]
    texts = [item["text"] for items in files for item in items if item.get("language", "ru") == "ru"]
    return "\n\n".join(texts)[:LENGTH]


@contextmanager
def server() -> Iterator[tuple[int, str]]:
    """A server on a free port of loopback; its process and address."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/checks.sqlite"
        command = [sys.executable, "-m", "sverka", "serve", "--port", str(port), "--database", database]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            yield process.pid, f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(30)


def wait_for(address: str) -> None:
    """Return when the server answers."""
    for _ in range(600):
        try:
            httpx.get(f"{address}/en/")
            return
        except httpx.ConnectError:
            time.sleep(0.1)
    raise SystemExit("benchmarks: the server does not answer")


def memory(pid: int) -> float:
    """Megabytes of a process and its children, shared pages counted once."""
    told = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False).stdout
    total = 0
    for one in (pid, *map(int, told.split())):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def processor(pid: int) -> float:
    """Seconds of processor time of a process and its children, whatever else the machine does."""
    told = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False).stdout
    total = 0
    for one in (pid, *map(int, told.split())):
        try:
            fields = Path(f"/proc/{one}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


async def check(client: httpx.AsyncClient, text: str) -> tuple[float, float, str]:
    """Seconds from paste to the first verdict and to the last, and the address."""
    page = (await client.get("/ru/")).text
    found = re.search(r'name="token" value="([0-9a-f]+)"', page)
    assert found is not None
    began, first = time.perf_counter(), 0.0
    sent = {"token": found[1], "text": text, "published": "2022-02-14", "language": ""}
    answer = await client.post("/ru/check", data=sent)
    if answer.status_code != 303:
        raise httpx.HTTPStatusError(str(answer.status_code), request=answer.request, response=answer)
    place = answer.headers["location"]
    async with client.stream("GET", place) as under_way:
        async for piece in under_way.aiter_text():
            if not first and "data-verdict" in piece:
                first = time.perf_counter() - began
    return first, time.perf_counter() - began, place


async def alone(address: str, text: str, pid: int) -> str:
    """One check after another; prints the best and the median, returns an address to read."""
    async with httpx.AsyncClient(base_url=address, timeout=120) as client:
        await check(client, text)  # warm
        before = processor(pid)
        runs = [await check(client, text) for _ in range(ROUNDS)]
        used = (processor(pid) - before) / ROUNDS
    async with httpx.AsyncClient(base_url=address, timeout=120) as another:
        await another.get(runs[-1][2])  # drawn once for all readers
    for name, values in (("first verdict", [r[0] for r in runs]), ("whole article", [r[1] for r in runs])):
        print(
            f"{name + f', {LENGTH} characters':34}best {min(values):6.2f} s   median {statistics.median(values):6.2f} s"
        )
    print(f"{'processor time of a check':34}{used:.2f} s")
    return runs[-1][2]


async def reading(address: str, place: str, pause: float, pid: int) -> None:
    """Many people reading one permalink time after time, `pause` seconds after each page."""
    times: list[float] = []
    failures = 0

    host, port = address.removeprefix("http://").split(":")
    wanted = f"GET {place} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode()
    size = 0

    async def person() -> None:
        """A bare connection: a client that parses more would be what is measured."""
        nonlocal failures, size
        incoming, outgoing = await asyncio.open_connection(host, int(port))
        for _ in range(READS):
            began = time.perf_counter()
            try:
                outgoing.write(wanted)
                head = await incoming.readuntil(b"\r\n\r\n")
                size = int(re.findall(rb"content-length: (\d+)", head)[0])
                await incoming.readexactly(size)
                failures += b" 200 " not in head[:20]
            except (OSError, asyncio.IncompleteReadError, IndexError):
                failures += 1
            times.append(time.perf_counter() - began)
            await asyncio.sleep(pause)
        outgoing.close()

    before = processor(pid)
    await asyncio.gather(*(person() for _ in range(READERS)))
    used = (processor(pid) - before) / len(times)
    times.sort()
    p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
    told = f"p50 {1000 * p50:6.0f} ms   p99 {1000 * p99:6.0f} ms   failed {failures} of {len(times)}"
    told += f"   processor {1000 * used:.1f} ms a page"
    print(f"{f'{READERS} readers, {size // 1000} kB, pause {pause:g} s':34}{told}")


async def at_once(address: str, text: str, pid: int) -> None:
    """Several people checking an article each at the same moment."""
    clients = [httpx.AsyncClient(base_url=address, timeout=300) for _ in range(CHECKS)]
    peak, over = 0.0, asyncio.Event()

    async def watch() -> None:
        nonlocal peak
        while not over.is_set():
            peak = max(peak, await asyncio.to_thread(memory, pid))
            await asyncio.sleep(1)

    watching = asyncio.create_task(watch())
    runs = await asyncio.gather(*(check(client, text) for client in clients), return_exceptions=True)
    pages = await asyncio.gather(
        *(c.get(r[2]) for c, r in zip(clients, runs, strict=True) if not isinstance(r, BaseException))
    )
    over.set()
    await watching
    await asyncio.gather(*(client.aclose() for client in clients))
    good = [run for run in runs if not isinstance(run, BaseException)]
    failed = CHECKS - sum(page.status_code == 200 for page in pages)
    firsts, wholes = [run[0] for run in good], [run[1] for run in good]
    told = f"first verdict ≤ {max(firsts):.2f} s   all done in {max(wholes):.2f} s   failed {failed} of {CHECKS}"
    print(f"{f'{CHECKS} checks at once':34}{told}")
    print(f"{'memory of all processes, peak':34}{peak:6.0f} MB")


def main() -> None:
    """Print a line a figure."""
    text = article()
    with server() as (pid, address):
        wait_for(address)
        place = asyncio.run(alone(address, text, pid))
        for pause in (1.0, 0.0):
            asyncio.run(reading(address, place, pause, pid))
        asyncio.run(at_once(address, text, pid))


if __name__ == "__main__":
    main()
