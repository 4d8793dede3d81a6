import { counted, onOneLine } from '../../facts';
import type { AuditReport } from '../audit-report';
import { escapedJson } from '../escaped-json';
import { inputText, summaryOf } from '../summary';
import { REPOSITORY, sentence, TOOL } from '../words';
import { xmlText } from '../xml-text';
import { pageData } from './page-data';
import { pageHead } from './page-head';
import { PAGE_SCRIPT } from './page-script';
import { PAGE_STYLE } from './page-style';

/** The report as one page that needs nothing beside it: searched, filtered and grouped in the browser, from a file too. */
export function html(report: AuditReport): string {
  const counts = summaryOf(report);
  return `<!DOCTYPE html>
<html lang="en">
${pageHead(`${counted(counts.errors, 'error')}, ${counted(counts.warnings, 'warning')} · ${TOOL} audit`, PAGE_STYLE, PAGE_SCRIPT)}
<body>
<header>
<h1>${TOOL} audit</h1>
<p class="muted">${inputText(counts)}, judged for ${xmlText(onOneLine(report.cluster))}</p>
<ul class="counts">
${[
  tile(counts.errors, counts.errors === 1 ? 'error' : 'errors', 'error'),
  tile(counts.warnings, counts.warnings === 1 ? 'warning' : 'warnings', 'warning'),
  tile(counts.infos, counts.infos === 1 ? 'info' : 'infos', 'info'),
  tile(counts.accepted, 'accepted'),
  tile(counts.fixable, 'can be mended'),
].join('\n')}
</ul>
</header>
<noscript><p>This page shows its findings with a script that is in the page.</p></noscript>
${faultSection(report)}<div class="choices" role="search">
<label for="text">Search</label>
<input type="search" id="text" placeholder="object, rule, path, message, file" autocomplete="off" spellcheck="false">
<fieldset><legend>Severities</legend>
<label><input type="checkbox" id="error"> errors</label>
<label><input type="checkbox" id="warning"> warnings</label>
<label><input type="checkbox" id="info"> infos</label>
</fieldset>
<label>by <select id="by"><option value="object">object</option><option value="rule">rule</option><option value="file">file</option></select></label>
<span id="status" class="muted" role="status"></span>
</div>
<main>
<section aria-label="Findings"><p id="none" class="muted" hidden>Nothing to show.</p><div id="found"></div></section>
<section id="accepted" aria-labelledby="accepted-title" hidden>
<h2 id="accepted-title">Accepted: <span id="accepted-count"></span></h2><div id="aside"></div>
</section>
<button type="button" id="more" hidden></button>
</main>
<footer><p class="muted"><a href="${REPOSITORY}" rel="noopener noreferrer">${TOOL}</a> ${xmlText(onOneLine(report.version))}</p></footer>
<script type="application/json" id="report">${embedded(pageData(report))}</script>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function tile(count: number, what: string, className = ''): string {
  return `<li><b class="${className}">${count}</b> ${what}</li>`;
}

function faultSection({ files }: AuditReport): string {
  const items = files.flatMap(({ path, faults = [] }) =>
    faults.map(({ message, place }) => {
      const position = place === undefined ? '' : `:${place.line}:${place.column}`;
      return `<li><code>${xmlText(onOneLine(path))}${position}</code> ${xmlText(sentence(message))}</li>\n`;
    }),
  );
  return items.length === 0 ? '' : `<section class="faults">\n<h2>Could not be judged</h2>\n<ul>\n${items.join('')}</ul>\n</section>\n`;
}

/** Data in which nothing ends the element that they are in. */
function embedded(data: object): string {
  return escapedJson(data).replaceAll('<', '\\u003c');
}
