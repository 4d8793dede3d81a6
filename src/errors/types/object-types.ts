import { ownValue } from '../../facts';
import { CALLS } from '../signatures';
import { type ArgumentType, simpleType } from './argument-type';
import { classesOf, isRecord } from './classes';
import { alternatives, bareName, withArticle } from './words';

/** How an instance is had, where the signatures do not say. */
const SOURCES: { readonly [name: string]: string } = {
  'cdk8s.Cron': 'Pass a Cron of cdk8s, such as Cron.schedule({ hour: "2" }).',
  'cdk8s-plus-27.Cpu': 'Pass a Cpu of cdk8s-plus-27, such as Cpu.units(2).',
  'cdk8s-plus-27.PercentOrAbsolute': 'Pass PercentOrAbsolute.percent(25) or PercentOrAbsolute.absolute(1) of cdk8s-plus-27.',
  'cdk8s-plus-27.Topology': 'Pass a Topology of cdk8s-plus-27, such as Topology.HOSTNAME.',
  'constructs.Construct': 'Pass the chart or construct that it belongs to.',
  'constructs.IConstruct': 'Pass an app, a chart or another construct.',
  'cdk8s-plus-27.IPodSelector': 'Pass a virtual machine, or another construct that selects pods.',
  ICustomRule: 'Pass an object with id, title, severity, category, rationale, remediation and judge.',
  IFleetApp: 'Pass an object with the method define.',
  IRemediationTemplate: 'Pass a template such as a SelfNodeRemediationTemplate.',
  VirtualMachineWorkload: 'Pass a VirtualMachine, a HighlyAvailableVM or a VirtualMachinePool.',
};

const SHOWN_FACTORIES = 4;

/** An instance of a class or of one that extends it. */
export function classType(name: string): ArgumentType {
  const isOne = (value: unknown) => isRecord(value) && classesOf(value).includes(name);
  return simpleType(
    withArticle(name),
    isOne,
    (value) => quantityMeant(name, value) ?? twinMeant(name, value) ?? SOURCES[name] ?? source(name),
  );
}

/** An object with the members of an interface. One that stands for a kind of objects has that kind. */
export function interfaceType(name: string, members: readonly string[]): ArgumentType {
  const kind = name.startsWith('cdk8s-plus-27.') && members.includes('kind') ? bareName(name).slice(1) : undefined;
  const isOne = (value: unknown) =>
    isRecord(value) && members.every((member) => member in value) && (kind === undefined || value.kind === kind);
  const remedy = SOURCES[name] ?? `Pass ${withArticle(kind ?? name)} of cdk8s-plus-27, such as ${kind}.from${kind}Name(…).`;
  return simpleType(withArticle(kind ?? name), isOne, () => remedy);
}

/** Numbers and texts where a Duration or a Size belongs. */
function quantityMeant(name: string, value: unknown): string | undefined {
  const [, digits, unit] = /^(\d+) ?([A-Za-z]*)$/.exec(typeof value === 'symbol' ? '' : String(value)) ?? [];
  const factories = QUANTITIES[name];
  if (factories === undefined) {
    return undefined;
  }
  const factory = ownValue(factories, unit ?? '');
  return `Use ${factory === undefined || digits === undefined ? Object.values(factories)[0].replace('#', '2') : factory.replace('#', digits)}.`;
}

const QUANTITIES: { readonly [name: string]: { readonly [unit: string]: string } } = {
  'cdk8s.Duration': {
    '': 'Duration.seconds(#)',
    ms: 'Duration.millis(#)',
    s: 'Duration.seconds(#)',
    m: 'Duration.minutes(#)',
    h: 'Duration.hours(#)',
    d: 'Duration.days(#)',
  },
  'cdk8s.Size': {
    Gi: 'Size.gibibytes(#)',
    GiB: 'Size.gibibytes(#)',
    G: 'Size.gibibytes(#)',
    Mi: 'Size.mebibytes(#)',
    MiB: 'Size.mebibytes(#)',
    M: 'Size.mebibytes(#)',
    Ti: 'Size.tebibytes(#)',
    TiB: 'Size.tebibytes(#)',
    T: 'Size.tebibytes(#)',
  },
};

/** cdk8s-plus has classes of the same names. */
function twinMeant(name: string, value: unknown): string | undefined {
  const twin = isRecord(value) ? classesOf(value).find((other) => other !== name && bareName(other) === bareName(name)) : undefined;
  return twin && `This is the ${bareName(name)} of ${packageOf(twin)}: pass that of ${packageOf(name)}.`;
}

function packageOf(name: string): string {
  return name.includes('.') ? name.slice(0, name.indexOf('.')) : 'cdk8s-kubevirt';
}

function source(name: string): string {
  if (`new ${name}` in CALLS) {
    return `Pass one made by new ${name}(…).`;
  }
  const factories = Object.keys(CALLS).filter((call) => call.startsWith(`${name}.`));
  const shown = factories.length > SHOWN_FACTORIES ? [...factories.slice(0, SHOWN_FACTORIES), `another factory of ${name}`] : factories;
  return factories.length === 0 ? `Pass ${withArticle(name)} of ${packageOf(name)}.` : `Pass one made by ${alternatives(shown)}.`;
}
