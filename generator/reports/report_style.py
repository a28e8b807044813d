"""How the page looks: dark text on white, for a screen of any width and for paper. Nothing comes from outside."""

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1d21; font: 1rem/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; }
header, nav, main, footer { max-width: 80rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; border-bottom: 2px solid #1a1d21; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .75rem; border-bottom: 1px solid #6b7280; padding-bottom: .25rem; }
h3 { font-size: 1.1rem; margin: 0 0 .35rem; }
h4 { font-size: 1rem; margin: .75rem 0 .25rem; }
p, ul, ol { margin: .35rem 0; }
a { color: #0b4a8f; text-underline-offset: .15em; overflow-wrap: anywhere; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #0b4a8f; outline-offset: 2px; }
.saut { position: absolute; left: -200rem; }
.saut:focus { position: static; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.chiffres { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
.chiffres li { border: 1px solid #6b7280; border-radius: .25rem; padding: .5rem 1rem; min-width: 8rem; }
.chiffres strong { display: block; font-size: 1.6rem; line-height: 1.2; }
.large { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: bold; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #c4c9d1; }
thead th { border-bottom: 2px solid #1a1d21; vertical-align: bottom; }
tbody th { font-weight: normal; }
tr.somme > * { font-weight: bold; border-top: 2px solid #1a1d21; }
.nombre { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.jour, .numero { white-space: nowrap; }
code { font-family: "Liberation Mono", Consolas, monospace; font-size: .92em; overflow-wrap: anywhere; }
article { border: 1px solid #c4c9d1; border-radius: .25rem; padding: .9rem 1.1rem; margin: 1rem 0; }
.constats { list-style: none; padding: 0; }
.constats li { border-left: .3rem solid #6b7280; padding: .1rem 0 .1rem .75rem; margin: .75rem 0; }
.constats li.erreur { border-left: .3rem solid #9f1414; }
.constats p { margin: .15rem 0; white-space: pre-line; overflow-wrap: anywhere; }
.poids { font-weight: bold; }
.lieu, .texte, .note { color: #43484f; }
.fichiers { padding-left: 1.25rem; }
.frise .large svg { display: block; min-width: 60rem; width: 100%; height: auto; }
.frise text { font-family: "Liberation Sans", Arial, Helvetica, sans-serif; fill: #1a1d21; stroke: #fff;
  stroke-width: 3px; paint-order: stroke; }
.legende { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; }
.legende svg { width: 2.2rem; height: 1.1rem; vertical-align: -.2rem; margin-right: .4rem; }
.longue article { content-visibility: auto; contain-intrinsic-size: auto 20rem; }
footer { margin-top: 3rem; padding-top: .75rem; padding-bottom: 2rem; border-top: 1px solid #6b7280; }
@media (max-width: 40rem) {
  header, nav, main, footer { padding-left: .9rem; padding-right: .9rem; }
  h1 { font-size: 1.4rem; }
  .chiffres li { flex: 1 1 40%; min-width: 0; padding: .4rem .7rem; }
  article { padding: .75rem .8rem; }
}
@page { size: A4; margin: 15mm; }
@page frise { size: A4 landscape; margin: 12mm; }
@media print {
  body { font-size: 10pt; }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  nav, .saut { display: none; }
  .large { overflow: visible; }
  .frise { page: frise; }
  .frise .large { break-inside: avoid; }
  .frise .large svg { min-width: 0; }
  h2, h3, h4, caption { break-after: avoid; }
  article, tr, .constats li, .chiffres li { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; }
}
"""
