import type { PageFinding } from './page-data';

/** By what the page groups findings. */
export type Grouping = 'object' | 'rule' | 'file';

/** What the reader has chosen: it is in the fragment of the address, so that a link leads to the same view. */
export interface PageState {
  readonly text: string;
  readonly severities: readonly string[];
  readonly grouping: Grouping;
}

/** Findings with something in common. */
export interface PageGroup {
  readonly title: string;
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly PageFinding[];
}

export interface PageLogic {
  readonly stateOf: (fragment: string) => PageState;
  readonly fragmentOf: (state: PageState) => string;
  /** The findings with all words of the text, and one of the severities. */
  readonly selected: (findings: readonly PageFinding[], state: PageState) => readonly PageFinding[];
  /** Groups of findings, those with most errors first. */
  readonly grouped: (findings: readonly PageFinding[], grouping: Grouping) => readonly PageGroup[];
}

/** What the page computes, without a browser. */
export function pageLogic(): PageLogic {
  const allSeverities = ['error', 'warning', 'info'];
  const allGroupings = ['object', 'rule', 'file'];

  function stateOf(fragment: string): PageState {
    const parameters = new Map(
      fragment
        .replace(/^#/, '')
        .split('&')
        .map((parameter) => [parameter.split('=')[0], decoded(parameter.split('=')[1] ?? '')]),
    );
    const severities = parameters.get('severity')?.split(',') ?? ['error', 'warning'];
    const grouping = parameters.get('by') ?? '';
    return {
      text: parameters.get('text') ?? '',
      severities: allSeverities.filter((severity) => severities.includes(severity)),
      grouping: (allGroupings.includes(grouping) ? grouping : 'object') as Grouping,
    };
  }

  function decoded(text: string): string {
    try {
      return decodeURIComponent(text);
    } catch {
      return '';
    }
  }

  function fragmentOf({ text, severities, grouping }: PageState): string {
    return `#text=${encodeURIComponent(text)}&severity=${severities.join(',')}&by=${grouping}`;
  }

  function selected(findings: readonly PageFinding[], { text, severities }: PageState): readonly PageFinding[] {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return findings.filter((finding) => severities.includes(finding.severity) && words.every((word) => searched(finding).includes(word)));
  }

  function searched({ object, file, rule, title, fault, remedy, accepted }: PageFinding): string {
    return [object, file, rule, title, fault, remedy, accepted].join('\n').toLowerCase();
  }

  function grouped(findings: readonly PageFinding[], grouping: Grouping): readonly PageGroup[] {
    const groups = new Map<string, PageFinding[]>();
    for (const finding of findings) {
      const title = grouping === 'rule' ? `${finding.rule}: ${finding.title}` : finding[grouping];
      groups.set(title, groups.get(title) ?? []);
      groups.get(title)?.push(finding);
    }
    const having = (group: readonly PageFinding[], severity: string) => group.filter((finding) => finding.severity === severity).length;
    return [...groups]
      .map(([title, group]) => ({ title, errors: having(group, 'error'), warnings: having(group, 'warning'), findings: group }))
      .sort((one, other) => other.errors - one.errors || other.warnings - one.warnings);
  }

  return { stateOf, fragmentOf, selected, grouped };
}
