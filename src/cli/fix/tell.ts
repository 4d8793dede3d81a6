import { Severity } from '../../audit';
import { counted, printable } from '../../facts';
import { faultOf, objectName, sentence } from '../../report';
import type { JudgedFinding } from '../audit/judge';
import { faultLines } from '../fault-lines';
import type { Mends } from './mend';

/** How it is told. */
export interface Telling {
  /** Whether nothing was written. */
  readonly isDry: boolean;
  /** Whether it is told as well what nobody can mend who does not know more. */
  readonly isComplete: boolean;
}

/** What was mended, and what could be and was not. */
export function mendsText({ before, after, mended, reasonOf }: Mends, { isDry, isComplete }: Telling): string {
  const left = after.findings.filter(({ acceptance }) => acceptance === undefined);
  const undecided = left.filter((finding) => finding.fix?.safe === false && reasonOf(finding) === undefined);
  const others = left.filter(({ fix, severity }) => isComplete && fix === undefined && severity !== Severity.INFO);
  const refused = left.filter((finding) => reasonOf(finding) !== undefined);
  const files = before.files.filter((file, index) => file.text !== after.files[index].text).length;
  const lines = [
    ...mended.map((finding) => line(isDry ? 'would mend' : 'mended', finding, doneText(finding))),
    ...refused.map((finding) => line('left', finding, sentence(reasonOf(finding) ?? ''))),
    ...undecided.map((finding) => line('left', finding, `${doneText(finding)} That needs a decision: --unsafe --rule ${finding.rule.id}`)),
    ...others.map((finding) => line('left', finding, sentence(finding.remedy))),
    ...faultLines(after.files),
    `${counted(mended.length, 'finding')} ${isDry ? 'would be mended' : 'mended'} in ${counted(files, 'file')}, ${counted(left.length, 'finding')} left${undecided.length === 0 ? '' : `, of which ${undecided.length} can be mended with --unsafe`}.`,
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

/** What was done, and what somebody has to see to besides. */
export function doneText({ remedy, fix }: JudgedFinding): string {
  return [remedy, fix?.note].flatMap((text) => (text === undefined ? [] : sentence(text))).join(' ');
}

function line(what: string, finding: JudgedFinding, rest: string): string {
  const { file, region, object, rule } = finding;
  return `${file}:${region.line}: ${what}: ${objectName(object)}: ${faultOf(finding)} ${rest} (${rule.id})`;
}
