import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { pageScriptModule } from '../../scripts/page-script';
import { Severity } from '../../src/audit';
import { html } from '../../src/report';
import type { AuditReport } from '../../src/report/audit-report';
import { pageLogic } from '../../src/report/html/page-logic';
import { acceptedFinding, findingWith, reportOf } from './sample';
import { embeddedIn, scriptOf, TinyWindow } from './tiny-window';

const named = (name: string) => ({ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace: 'shop', name });
const REPORT = reportOf([
  findingWith({ object: named('web'), manifestPath: 'spec.running' }),
  findingWith({ object: named('db'), manifestPath: 'spec.template', severity: Severity.WARNING, file: 'k8s/db.yaml' }),
  findingWith({ object: named('db'), manifestPath: 'spec.running', severity: Severity.INFO, file: 'k8s/db.yaml' }),
  acceptedFinding(),
]);

/** Opens the page of a report: runs its script over its data. */
function opened(report: AuditReport, page = html(report), fragment = ''): TinyWindow {
  const window = new TinyWindow(page);
  window.location.hash = fragment;
  runInNewContext(scriptOf(page), { window });
  return window;
}

function titles(window: TinyWindow, id = 'found'): string[] {
  return window
    .element(id)
    .all('summary')
    .map(({ textContent }) => textContent);
}

test('the page shows errors and warnings by object, and what is accepted apart', () => {
  const window = opened(REPORT);
  expect(titles(window)).toEqual(['VirtualMachine shop/web 1 error', 'VirtualMachine shop/db 1 warning']);
  expect(titles(window, 'aside')).toEqual(['Service shop/web 1 warning']);
  expect(window.element('accepted').hidden).toBe(false);
  expect(window.element('status').textContent).toBe('2 of 3 findings shown');
  const [card] = window.element('found').all('article');
  expect(card.all('p').map(({ textContent }) => textContent)).toEqual([
    'error VirtualMachine shop/web k8s/shop/web.yaml:14:46',
    'spec.running is "web-root": the volume "root" is on a claim that one node can use.',
    'Use a claim with ReadWriteMany.',
    'live-migrate-blocked · fails at run',
  ]);
  expect(card.all('mark').map(({ textContent }) => textContent)).toEqual(['web-root']);
  expect(card.all('a')[0].attributes.href).toBe(
    'https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/rules/live-migrate-blocked.md',
  );
});

test('the reader searches, filters and groups, and the address says how', () => {
  const window = opened(REPORT);
  window.element('text').value = 'DB running';
  window.element('text').happen('input');
  expect(window.element('status').textContent).toBe('0 of 3 findings shown');
  expect(window.element('none').hidden).toBe(false);
  window.element('info').checked = true;
  window.element('info').happen('change');
  expect(titles(window)).toEqual(['VirtualMachine shop/db 1 info']);
  window.element('by').value = 'file';
  window.element('by').happen('change');
  expect(titles(window)).toEqual(['k8s/db.yaml 1 info']);
  expect(window.location.hash).toBe('#text=DB%20running&severity=error,warning,info&by=file');
});

test('an address leads to the view that it says', () => {
  const window = opened(REPORT, html(REPORT), '#text=shop&severity=warning&by=rule');
  expect(window.element('text').value).toBe('shop');
  expect(window.element('error').checked).toBe(false);
  expect(titles(window)).toEqual(['live-migrate-blocked: A VM with evictionStrategy LiveMigrate can be live-migrated 1 warning']);
  expect(opened(REPORT, html(REPORT), '#text=%zz&by=nothing').element('by').value).toBe('object');
});

test('of many findings a portion is laid out, and more on request', () => {
  const window = opened(reportOf(Array.from({ length: 450 }, () => findingWith())));
  expect(window.element('found').all('article')).toHaveLength(200);
  expect(window.element('more').textContent).toBe('Show 200 more of 250');
  window.element('more').happen('click');
  window.element('more').happen('click');
  expect(window.element('found').all('article')).toHaveLength(450);
  expect(window.element('more').hidden).toBe(true);
});

test('the page allows its own style and script, and nothing else', () => {
  const page = html(REPORT);
  const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
  const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect(page).toContain(
    `content="default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(scriptOf(page))}; base-uri 'none'; form-action 'none'"`,
  );
  expect(page.match(/\b(src|href|srcset|action|data)="[^"]*"/g)).toEqual(['href="https://github.com/cdk8s-kubevirt/cdk8s-kubevirt"']);
  expect(style).not.toMatch(/url\(|@import/);
});

test('files that could not be judged are on the page without a script', () => {
  const files = [{ path: '<b>.yaml', objects: 0, others: 0, faults: [{ message: 'It ends <early>', place: { line: 9, column: 2 } }] }];
  expect(html(reportOf([], { files }))).toContain('<li><code>&lt;b&gt;.yaml:9:2</code> It ends &lt;early&gt;.</li>');
});

test('nothing in the data ends the element that they are in', () => {
  const hostile = '</script><script>alert(1)</script><!--';
  const page = html(reportOf([findingWith({ message: hostile, object: named(hostile) })]));
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(JSON.parse(embeddedIn(page)).findings[0].fault).toContain(hostile);
  expect(opened(REPORT, page).element('found').all('article')[0].textContent).toContain(hostile);
});

test('the script of the page is the one that its sources make', () => {
  const module = join(__dirname, '../../src/report/html/page-script.ts');
  expect(readFileSync(module, 'utf8')).toBe(pageScriptModule());
});

test('what the reader has chosen survives the way through the address', () => {
  const { stateOf, fragmentOf } = pageLogic();
  const state = { text: 'a&b=c #ü "', severities: ['error', 'info'], grouping: 'rule' } as const;
  expect(stateOf(fragmentOf(state))).toEqual(state);
});
