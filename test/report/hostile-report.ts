import { AcceptedBy, type AuditReport } from '../../src/report/audit-report';
import { findingWith, reportOf } from './sample';

/** Texts that try to be more than texts, by what they are. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  'a command at the start of a line': '::set-output name=a::b ::error::forged',
  'a line of its own': 'a\n::error::forged\n  1:1  error  forged\n- forged',
  'other ends of lines': 'a\r\n::error::forged\u2028forged\u2029forged\u0085forged\u000bforged\fforged',
  'escape sequences of terminals': '\u001b[2J\u001b[31mforged\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007\u009b31m',
  'writing that turns around': 'user\u202eforged\u2066\u2069\u200f\u061c',
  'commands of pipelines': '##[error]forged ##[set-output name=a]b ##vso[task.setvariable variable=a]b ##teamcity[a]',
  'ends of elements': ']]></failure></system-out></script></style></textarea>--><script>forged()</script><!--',
  'entities and quotes': '&lt;script&gt; &#60; " \' ` {{forged}} {0} $&',
  Markdown: '| forged | `code` <img src=x onerror=forged()> [a](https://example.com) @everyone #1 \\| ```',
  'what nobody sees': 'us\u00ader\u3164\ufe0f\u{e0041}\u115f',
  'broken characters': '\ud800 \udfff \u0000 \ufffe \uffff \ufeff',
};

/** A report in which each text that comes from manifests, file names and configs is hostile. */
export function reportWith(text: string): AuditReport {
  const hostile = {
    file: text,
    excerpt: [
      { number: 13, text },
      { number: 14, text: `${text} ${text}` },
    ],
    object: { apiVersion: text, kind: text, namespace: text, name: text },
    path: [text],
    manifestPath: `metadata.labels[${JSON.stringify(text)}]`,
    shownValue: text,
    message: text,
    remedy: text,
  };
  const acceptance = { by: AcceptedBy.CONFIG, reason: text, until: text };
  const files = [{ path: text, objects: 1, others: 0, faults: [{ message: text }] }];
  return reportOf([findingWith(hostile), findingWith({ ...hostile, acceptance })], { files, cluster: text, version: text });
}
