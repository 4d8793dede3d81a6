import { BASE_STYLE } from '../html/page-style';

/** How the page of recoveries looks: the table first, then a timeline for each recovery, with the critical path in a colour of its own. */
export const RECOVERY_STYLE = `${BASE_STYLE}
:root { --good: #1a6b33; --critical: #c2410c; --bar: #8b98a9; --best: #57606a; --objective: #0550ae; }
@media (prefers-color-scheme: dark) {
  :root { --good: #7ddc95; --critical: #ff9d5c; --bar: #5a6675; --best: #a3acb9; --objective: #7fb6ff; }
}
.kept { color: var(--good); }
.missed, .never { color: var(--error); }
.at-risk { color: var(--warning); }
.open { color: var(--muted); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin: .75rem 0; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: right; white-space: nowrap; }
th { white-space: normal; background: var(--soft); font-weight: 600; }
th:first-child, td:first-child, .changes th, .changes td { text-align: left; }
.changes td:last-child { white-space: normal; min-width: 20rem; }
td a { color: inherit; }
.timeline { border: 1px solid var(--line); border-radius: .4rem; margin: .5rem 0; padding: .25rem .9rem; background: var(--soft);
  scroll-margin-top: 1rem; }
.timeline:target { border-color: var(--link); }
.steps { list-style: none; margin: 0; padding: 0; }
.axis, .step { display: grid; grid-template-columns: minmax(10rem, 3fr) 6rem minmax(12rem, 4fr); gap: 0 .75rem; align-items: stretch; }
.step { position: relative; border-radius: .2rem; cursor: default; }
.step:hover, .step:focus { background: var(--back); }
.step svg { display: block; width: 100%; height: 100%; min-height: 1.75rem; }
.axis svg { display: block; width: 100%; height: 1.75rem; overflow: visible; }
.step .seconds { text-align: right; font-variant-numeric: tabular-nums; padding: .2rem 0; }
.step .what { padding: .2rem 0; overflow-wrap: anywhere; }
.step.critical .seconds, .step.critical .what { font-weight: 600; }
.grid { stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke; }
.limit { stroke: var(--objective); stroke-width: 2; stroke-dasharray: 4 3; vector-effect: non-scaling-stroke; }
.worst { fill: var(--bar); }
.critical .worst { fill: var(--critical); }
.best { fill: var(--best); }
.axis text { fill: var(--muted); font-size: .75rem; }
.tip { display: none; position: absolute; z-index: 2; top: 100%; right: 0; width: min(36rem, 100%); padding: .5rem .9rem; background: var(--back);
  border: 1px solid var(--line); border-radius: .4rem; box-shadow: 0 .25rem 1rem #0004; overflow-wrap: anywhere; }
.step:hover > .tip, .step:focus > .tip, .step:focus-within > .tip { display: block; }
.tip dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .75rem; margin: 0; }
.tip dt { color: var(--muted); }
.tip dd { margin: 0; }
.key { display: inline-block; width: 1.5rem; height: .75rem; vertical-align: baseline; }
@media (max-width: 40rem) {
  .axis, .step { grid-template-columns: 1fr 5rem; }
  .step .what { grid-column: 1 / -1; }
}
@media print { .tip { display: block; position: static; grid-column: 1 / -1; width: auto; box-shadow: none; } }
`;
