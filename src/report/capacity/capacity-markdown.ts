import { answerText, shareText } from '../../capacity';
import { counted } from '../../facts';
import { markdownCode, markdownText } from '../markdown-text';
import { TOOL } from '../words';
import { answerFor, capacityLines, worstVerdict } from './capacity-lines';
import type { CapacityReport } from './capacity-report';

/** The report for a comment on a pull request, or the summary of a job. */
export function capacityMarkdown(report: CapacityReport): string {
  const head =
    `### ${TOOL} capacity\n\n**${worstVerdict(report)}**: ${counted(report.vms, 'VM')} on ${counted(report.hosts.length, 'host')}, ` +
    `reckoned for ${markdownText(report.cluster)} and ${counted(report.hostFailures, 'host failure')}.\n\n`;
  const hosts = report.hosts.map(({ host, zone = '-', vms, shares }) => {
    const share = (name: string) => {
      const found = shares.find(({ resource }) => resource === name);
      return found === undefined ? '-' : shareText(found.used / found.allocatable);
    };
    const answer = answerFor(host, report);
    return row([
      markdownCode(host),
      markdownText(zone),
      String(vms),
      share('memory'),
      share('cpu'),
      share('pods'),
      answer ? markdownText(answerText(answer)) : '-',
    ]);
  });
  const zones = report.answers.zones.map((answer) =>
    row([`zone ${markdownText(String(answer.loss.zone))}`, '', '', '', '', '', markdownText(answerText(answer))]),
  );
  const titles = ['host', 'zone', 'VMs', 'memory', 'CPU', 'pods', 'when it is lost'];
  const table = [row(titles), row(titles.map(() => '---')), ...hosts, ...zones].join('');
  return `${head}${table}\n${capacityLines(report)
    .map((line) => `- ${markdownText(line)}\n`)
    .join('')}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
