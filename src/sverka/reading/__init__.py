"""Reading: text and publication date to mentions and quotations, in small stages; Russian first."""
