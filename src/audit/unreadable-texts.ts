import type { CloudInitText } from '../admission';
import type { YamlFault } from '../admission/pyyaml/cursor';
import type { Violation } from './rule';

const ASK_PYTHON = 'Mend the place: python3 -c "import sys, yaml; yaml.safe_load(sys.stdin)" tells of it, too.';

/** The texts for a guest that cloud-init cannot load, with what becomes of the guest. */
export function unreadableTexts(
  texts: readonly CloudInitText[],
  faultOf: (text: string) => YamlFault | undefined,
  consequence: string,
): Violation[] {
  return texts.flatMap(({ manifest, path, value, text }) => {
    const fault = faultOf(text);
    return fault === undefined ? [] : [{ manifest, path, value, shown: sizeOf(text), ...described(fault, consequence) }];
  });
}

function described({ line, column, reason, remedy = ASK_PYTHON }: YamlFault, consequence: string) {
  return { message: `line ${line}, column ${column} has ${reason}; cloud-init loads nothing of it, and ${consequence}`, remedy };
}

/** How long a text is that is not shown itself. */
export function sizeOf(text: string): string {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return `a text of ${lines} ${lines === 1 ? 'line' : 'lines'}`;
}
