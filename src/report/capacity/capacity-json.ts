import { escapedJson } from '../escaped-json';
import { TOOL } from '../words';
import { worstVerdict } from './capacity-lines';
import type { CapacityReport } from './capacity-report';

/** Goes up when a field is taken away or means something else; not when one is added. */
const SCHEMA_VERSION = 1;

/** The report as JSON, for programs: CPU in thousandths of one, memory and storage in bytes, shares from 0 to 1. */
export function capacityJson(report: CapacityReport): string {
  const { version, answers, ...rest } = report;
  const document = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: TOOL, version },
    verdict: worstVerdict(report),
    ...rest,
    ...answers,
    hosts: report.hosts,
    losses: answers.hosts,
  };
  return `${escapedJson(document, 2)}\n`;
}
