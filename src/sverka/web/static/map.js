/* The world map and its year slider, in plain d3. Without this script the page still shows the map of one year. */
"use strict";
(() => {
  const figure = document.getElementById("map");
  if (!figure || !window.d3 || !window.topojson) return;
  const language = figure.dataset.language;
  const slider = document.getElementById("year");
  const told = document.getElementById("map-told");
  const play = document.getElementById("play");
  const WIDTH = 720, HEIGHT = 345;

  Promise.all([figure.dataset.layer, figure.dataset.world].map(address =>
    fetch(address).then(answer => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status))))),
  )).then(([layer, world]) => draw(layer, world), () => {});

  function draw(layer, world) {
    const shapes = topojson.feature(world, world.objects.countries).features;
    const whole = { type: "FeatureCollection", features: shapes };
    const projection = d3.geoNaturalEarth1().fitExtent([[2, 2], [WIDTH - 2, HEIGHT - 2]], whole);
    const path = d3.geoPath(projection);
    const box = document.getElementById("map-drawn");
    const title = document.querySelector("h1");
    box.replaceChildren();
    const svg = d3.select(box).append("svg").attr("viewBox", `0 0 ${WIDTH} ${HEIGHT}`).attr("role", "img");
    svg.append("title").attr("id", "map-name");
    svg.attr("aria-labelledby", "map-name");
    const places = shapes.filter(shape => shape.properties.state !== undefined).map(shape => ({
      id: shape.properties.state, shape,
    }));
    const areas = svg.append("g").selectAll("path").data(places).join("path")
      .attr("d", place => path(place.shape)).attr("data-state", place => place.id);
    const dots = svg.append("g").selectAll("circle").data(world.dots.map(([id, x, y]) => ({ id, at: projection([x, y]) })))
      .join("circle").attr("r", 2.6).attr("cx", dot => dot.at[0]).attr("cy", dot => dot.at[1]).attr("data-state", dot => dot.id);
    const marks = [areas, dots];
    for (const mark of marks) {
      mark.on("pointerenter", (_, place) => { told.textContent = place.told; })
        .on("pointerleave", () => { told.textContent = told.dataset.hint; });
    }
    legend(layer);
    choosing();
    told.textContent = told.dataset.hint;
    document.getElementById("map-note").hidden = false;
    play.hidden = false;

    function show(year) {
      for (const mark of marks) {
        mark.each(place => {
          const stood = (layer.places[place.id] || []).filter(([, from, to]) => from <= year && year <= to).map(spell => spell[0]);
          const known = stood.map(id => [id, (layer.values[id] || [])[year - layer.first]]).filter(([, value]) => value != null);
          const classes = new Set(known.map(([, value]) => classOf(layer, value)));
          place.shade = classes.size === 1 ? [...classes][0] : "none";
          place.told = stood.map(id => {
            const found = known.find(([state]) => state === id);
            return `${layer.names[id] || id}: ${found ? said(layer, found[1]) : layer.blank}`;
          }).join("; ");
        }).attr("class", place => `place ${place.shade}`);
      }
      dots.attr("visibility", dot => (dot.shade === "none" ? "hidden" : null));
      document.getElementById("year-told").textContent = year;
      document.getElementById("map-year").textContent = year;
      svg.select("title").text(title.textContent);
      rows(layer, year);
      restore(year);
    }

    slider.addEventListener("input", () => show(Number(slider.value)));
    let running = 0;
    play.addEventListener("click", () => {
      if (running) return halt();
      if (Number(slider.value) >= layer.last) slider.value = layer.first;
      running = window.setInterval(() => {
        slider.value = Number(slider.value) + 1;
        show(Number(slider.value));
        if (Number(slider.value) >= layer.last) halt();
      }, 350);
      play.textContent = play.dataset.stop;
      return undefined;
    });
    function halt() {
      window.clearInterval(running);
      running = 0;
      play.textContent = play.dataset.play;
    }
    show(Number(slider.value));
    figure.dataset.ready = "yes";
  }

  function classOf(layer, value) {
    if (layer.classes) return `m${value}`;
    return shades(layer)[layer.edges.filter(edge => value >= edge).length];
  }

  function shades(layer) {
    const count = layer.edges.length + 1;
    if (!layer.signed) return ["c0", "c1", "c2", "c3", "c4"].slice(-count);
    const half = count / 2;
    return [...["l0", "l1", "l2"].slice(-half), ...["g0", "g1", "g2"].slice(0, half)];
  }

  function said(layer, value) {
    if (layer.classes) return layer.labels[value];
    const number = new Intl.NumberFormat(language, { notation: "compact", maximumSignificantDigits: 3 }).format(value);
    return layer.unit ? `${number} ${layer.unit}` : number;
  }

  function legend(layer) {
    const list = d3.select("#map figcaption").insert("ul", "#map-note").attr("class", "legend");
    const codes = layer.classes ? layer.labels.map((_, number) => `m${number}`) : shades(layer).slice(0, layer.labels.length);
    const items = [...codes.map((code, number) => [code, layer.labels[number]]), ["none", layer.blank]];
    const entries = list.selectAll("li").data(items).join("li");
    entries.append("span").attr("class", item => `shade ${item[0]}`).attr("aria-hidden", "true");
    entries.append("span").text(item => ` ${item[1]}`);
  }

  function rows(layer, year) {
    const body = document.querySelector("#map-rows tbody");
    if (!body) return;
    const found = Object.entries(layer.values).map(([id, known]) => [id, known[year - layer.first]]).filter(([, value]) => value != null);
    found.sort((a, b) => (layer.classes ? a[1] - b[1] : b[1] - a[1]) || layer.names[a[0]].localeCompare(layer.names[b[0]], language));
    body.replaceChildren(...found.map(([id, value]) => {
      const row = document.createElement("tr");
      for (const text of [year, layer.names[id], said(layer, value)]) row.insertCell().textContent = text;
      return row;
    }));
    const more = document.querySelector("#map-rows p");
    if (more) more.hidden = true;
  }

  /* Only the list that what is shown needs. */
  function choosing() {
    const show = document.getElementById("show");
    const fit = () => {
      for (const field of document.querySelectorAll("[data-for]")) field.hidden = !field.dataset.for.split(" ").includes(show.value);
    };
    show.addEventListener("change", fit);
    fit();
  }

  /* The address, the other language's and the files' follow the slider. */
  function restore(year) {
    const place = new URL(window.location.href);
    const asked = new URL(figure.dataset.layer, place);
    for (const name of ["show", "of"]) place.searchParams.set(name, asked.searchParams.get(name));
    place.searchParams.delete("organization");
    place.searchParams.delete("state");
    place.searchParams.set("year", year);
    window.history.replaceState(null, "", place);
    for (const link of document.querySelectorAll(".tongues a, .file, .here")) {
      const address = new URL(link.href);
      address.search = place.search;
      link.href = address.href;
    }
  }
})();
