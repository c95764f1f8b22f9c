"""How the book looks where the reading system leaves it to the book."""

STYLE = """html { line-height: 1.5; }
h1, h2, h3 { line-height: 1.2; text-align: start; hyphens: none; break-after: avoid; }
h1 .number { display: block; font-size: 0.6em; font-weight: normal; }
.subtitle, .when, .note { font-style: italic; }
.kicker { font-variant: small-caps; margin-bottom: 0; }
.question { border-inline-start: 0.2em solid; padding-inline-start: 0.8em; }
.pull, .quote { margin: 1.5em 2em; font-size: 1.1em; }
.aside, .caution { border: 1px solid; padding: 0 1em; margin: 1.5em 0; break-inside: avoid; }
.entry { border-top: 1px solid; margin-top: 1.5em; }
.links { font-size: 0.9em; }
.nobr { white-space: nowrap; }
figure { margin: 1.5em 0; break-inside: avoid; }
figcaption { font-size: 0.9em; font-style: italic; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; margin: 1em 0; }
th, td { border: 1px solid; padding: 0.3em 0.5em; text-align: start; vertical-align: top; }
dt { font-weight: bold; }
dd { margin-inline-start: 1.5em; }
.choices { list-style: upper-alpha; }
sup { line-height: 1; }
"""
