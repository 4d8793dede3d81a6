import { KubevirtSource } from '../../../../admission';
import { isObject, type MachineProbe, type VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

/** Words that only a shell understands, and that no other program takes. */
const SHELL_WORDS = ['&&', '||', '>>', '2>&1', '>/dev/null', '2>/dev/null'];

/** The shells of Windows put their arguments together again before they read them. */
const JOINS_ARGUMENTS = /(?:^|[/\\])(?:cmd|powershell|pwsh)(?:\.exe)?$/i;

export const probeCommandUnsplit: Rule<VirtualMachineView> = {
  id: 'probe-command-unsplit',
  title: 'The command of a probe is a program and its arguments',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'The guest agent runs the first entry as a program, with the others as its arguments, and no shell between. A whole command line in one entry is a program of that name, which the guest does not have; && and the like are arguments of the program. The probe fails, or says something else than was meant.',
  remediation: 'Write each argument as an entry of its own, or let a shell read the line: [sh, -c, "…"].',
  references: [KubevirtSource.PROBES, KubevirtSource.PROBE_RENDERING],
  mentions: ['exec'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const probes = vm.probes.filter(
    ({ probe }) => isObject(probe.exec) && Array.isArray(probe.exec.command) && probe.exec.command.length > 0,
  );
  return probes.length === 0 ? NOT_APPLICABLE : probes.flatMap((probe) => violationOf(vm, probe) ?? []);
}

function violationOf(vm: VirtualMachineView, { field, probe }: MachineProbe): Violation | undefined {
  const command: unknown[] = probe.exec.command;
  const [program] = command.map(String);
  const path = vm.path(`${field}.exec.command`);
  if (command.length === 1 && isCommandLine(program)) {
    return {
      manifest: vm.manifest,
      path: `${path}[0]`,
      value: command[0],
      message: 'the guest agent runs no shell: it looks for a program with this name, spaces and all, and the probe fails',
      remedy: 'Let a shell read the line, or write each argument as an entry of its own.',
      fix: setting(path, ['sh', '-c', program]),
    };
  }
  const index = JOINS_ARGUMENTS.test(program) ? -1 : command.findIndex((word) => SHELL_WORDS.includes(String(word)));
  return index < 0
    ? undefined
    : {
        manifest: vm.manifest,
        path: `${path}[${index}]`,
        value: command[index],
        message: 'no shell reads it: the program gets it as an argument, with all that follows',
        remedy: 'Let a shell read the line: [sh, -c, "…"].',
      };
}

/** A path of Windows, or one that somebody has quoted, may have spaces. */
function isCommandLine(program: string): boolean {
  return /\S\s+\S/.test(program) && !/[\\"']/.test(program.split(/\s/)[0]);
}
