import { Severity } from '../../src/audit';
import { markdown } from '../../src/report';
import { markdownCode, markdownText } from '../../src/report/markdown-text';
import { acceptedFinding, findingWith, reportOf } from './sample';

const RULES = 'https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/rules';

test('a comment has the counts, a table for each severity, and what is accepted folded', () => {
  const findings = [findingWith({ manifestPath: 'spec.running', fix: { safe: true, operations: [] } }), acceptedFinding()];
  expect(markdown(reportOf(findings), { mendCommand: 'npx cdk8s-kubevirt fix k8s/' })).toBe(`### cdk8s-kubevirt audit

**1 error, 0 warnings, 1 accepted** in 1 file, 2 objects, judged for OpenShift 4.20.

#### Errors

| place | object | finding |
| --- | --- | --- |
| \`k8s/shop/web.yaml:14\` | \`VirtualMachine shop/web\` | \`spec.running\` is \`"web-root"\`: the volume "root" is on a claim that one node can use. Use a claim with ReadWriteMany. ([live-migrate-blocked](${RULES}/live-migrate-blocked.md), fails at run) |

<details><summary>1 accepted</summary>

| place | object | finding |
| --- | --- | --- |
| \`k8s/shop/web.yaml:31\` | \`Service shop/web\` | \`spec.selector\` is \`{"app":"web"}\`: VMs behind it have no readiness probe. accepted by annotation until 2027-01-31: moves with ticket 4711. ([readiness-missing-behind-service](${RULES}/readiness-missing-behind-service.md)) |

</details>

1 finding can be mended: \`npx cdk8s-kubevirt fix k8s/\`
`);
});

test('files that could not be judged come first', () => {
  const files = [{ path: 'a.yaml', objects: 0, others: 0, faults: [{ message: 'It ends early.', place: { line: 9, column: 2 } }] }];
  expect(markdown(reportOf([], { files }))).toContain(
    '#### Could not be judged\n\n| file | why |\n| --- | --- |\n| `a.yaml:9` | It ends early. |\n',
  );
});

test('a long report is cut where GitHub takes no more, the worst is kept', () => {
  const warnings = Array.from({ length: 2000 }, () => findingWith({ severity: Severity.WARNING, stage: undefined }));
  const comment = markdown(reportOf([acceptedFinding(), ...warnings, findingWith()]));
  expect(comment.length).toBeLessThanOrEqual(65_000);
  expect(comment.length).toBeGreaterThan(60_000);
  expect(comment.indexOf('#### Errors')).toBeLessThan(comment.indexOf('#### Warnings'));
  const rows = comment.match(/^\| `k8s/gm)?.length ?? 0;
  expect(
    comment.endsWith(`\nLeft out, because a comment may not be longer: ${2002 - rows} more rows. Other formats have all of them.\n`),
  ).toBe(true);
  expect(comment).not.toContain('<details>');
});

test.each([
  ['a | b', 'a &#124; b'],
  ['a \\| b', 'a &#92;&#124; b'],
  ['<img src=x> &lt;', '&lt;img src=x&gt; &amp;&#8203;lt;'],
  ['[click](https://example.com)', '\\[click\\](https:&#8203;//example.com)'],
  ['*bold* _it_ ~~gone~~ `code`', '\\*bold\\* \\_it\\_ \\~\\~&#8203;gone\\~\\~ \\`code\\`'],
  ['@all #12 !3 ~bug GH-4 www.example.com', '@&#8203;all #&#8203;12 !&#8203;3 \\~&#8203;bug GH-&#8203;4 www&#8203;.example.com'],
  ['&12 $1 %2 40% of it', '&amp;&#8203;12 $&#8203;1 %&#8203;2 40% of it'],
  ['a\nb', 'a&#92;u000ab'],
])('%j is written as %j, and looks as it is', (text, written) => {
  expect(markdownText(text)).toBe(written);
});

test.each([
  ['spec.a', '`spec.a`'],
  ['@all', '`@all`'],
  ['a`b', '<code>a\\`b</code>'],
  ['a|b', '<code>a&#124;b</code>'],
  [' a', '<code> a</code>'],
  ['', '<code></code>'],
  ['##[error]', '<code>#&#92;u0023\\[error\\]</code>'],
])('%j is written as the code %j', (text, written) => {
  expect(markdownCode(text)).toBe(written);
});
