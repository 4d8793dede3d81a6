/** How pages look, in light and in dark. */
export const BASE_STYLE = `
:root {
  color-scheme: light dark;
  --back: #ffffff; --soft: #f5f6f8; --line: #d5d9e0; --text: #1b1f24; --muted: #57606a; --link: #0550ae;
  --error: #b3261e; --warning: #7a4d00; --info: #0550ae; --mark: #ffe08a; --on-mark: #1b1f24;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #14171c; --soft: #1d2229; --line: #39414d; --text: #e6e9ee; --muted: #a3acb9; --link: #7fb6ff;
    --error: #ff8a80; --warning: #f2c14e; --info: #7fb6ff; --mark: #6b5200; --on-mark: #fff3cd;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code, pre, .place { font-family: ui-monospace, monospace; font-size: .875em; }
.muted, .place, .code, .number { color: var(--muted); }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: .75rem 0; padding: 0; }
.counts li { border: 1px solid var(--line); border-radius: .5rem; padding: .25rem .75rem; background: var(--soft); }
.counts b { font-size: 1.25rem; }
summary { cursor: pointer; padding: .35rem 0; overflow-wrap: anywhere; }
[hidden] { display: none !important; }
`;

/** How the page of an audit looks, on wide and on narrow screens, and on paper. */
export const PAGE_STYLE = `${BASE_STYLE}
.choices { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 0 -1rem;
  padding: .75rem 1rem; background: var(--back); border-bottom: 1px solid var(--line); }
.choices input[type=search] { flex: 1 1 16rem; min-width: 0; }
.choices input[type=search], select, button { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line);
  border-radius: .4rem; padding: .35rem .6rem; }
fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
legend { position: absolute; clip-path: inset(50%); }
.group { margin: .75rem 0; }
.finding { border: 1px solid var(--line); border-left: .3rem solid var(--muted); border-radius: .4rem; margin: .5rem 0; padding: .6rem .9rem;
  background: var(--soft); content-visibility: auto; contain-intrinsic-size: auto 12rem; }
.finding.error { border-left-color: var(--error); }
.finding.warning { border-left-color: var(--warning); }
.finding.info { border-left-color: var(--info); }
.finding p { margin: .2rem 0; overflow-wrap: anywhere; }
.badge { font-weight: 600; }
.error.badge, b.error, .faults { color: var(--error); }
.warning.badge, b.warning { color: var(--warning); }
.info.badge, b.info { color: var(--info); }
.excerpt { margin: .5rem 0 0; overflow-x: auto; padding: .5rem; border-radius: .3rem; background: var(--back); border: 1px solid var(--line); }
.line { display: block; white-space: pre; }
.number { display: inline-block; min-width: 5ch; text-align: right; user-select: none; }
mark { background: var(--mark); color: var(--on-mark); border-radius: .15rem; }
#accepted { border-top: 1px solid var(--line); margin-top: 2rem; }
#accepted .finding { border-left-style: dashed; }
@media print { .choices, #more { display: none; } }
`;
