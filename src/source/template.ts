import { type FieldPath, OPENSHIFT_TEMPLATE_GROUP } from '../facts';
import { apiGroup, isObject, type Manifest, objectsOf } from '../graph';
import { generatedText } from './generated-text';

/** What a template becomes. */
export interface ProcessedTemplate {
  readonly objects: readonly unknown[];
  readonly faults: readonly TemplateFault[];
  /** The parameters that it has. */
  readonly parameters: readonly string[];
}

/** What is wrong at a field of a template. */
export interface TemplateFault {
  readonly path: FieldPath;
  readonly message: string;
}

/** Values of parameters by their names. */
export type ParameterValues = ReadonlyMap<string, string>;

/** Whether an object is a Template of OpenShift, of today or from the time when it had no group. */
export function isTemplate(value: Record<string, unknown>): boolean {
  return value.kind === 'Template' && Array.isArray(value.objects) && [OPENSHIFT_TEMPLATE_GROUP, ''].includes(apiGroup(value as Manifest));
}

/**
 * The objects that `oc process` makes of a template. What it would draw by lot is the same each time.
 *
 * @see https://github.com/openshift/library-go/blob/master/pkg/template/templateprocessing/template.go
 */
export function processTemplate(template: Record<string, any>, given: ParameterValues): ProcessedTemplate {
  const values = new Map<string, string>();
  const faults: TemplateFault[] = [];
  const parameters = objectsOf(template.parameters).filter(({ name }) => typeof name === 'string');
  parameters.forEach((parameter, index) => {
    const value = parameterValue(parameter, given, String(template.metadata?.name));
    values.set(parameter.name, value);
    if (value === '' && parameter.required === true) {
      const message =
        `The parameter ${parameter.name} of the template is required and has no value, so nothing in it can be judged. ` +
        'Give it one with --param.';
      faults.push({ path: ['parameters', index], message });
    }
  });
  const names = parameters.map(({ name }) => String(name));
  if (faults.length > 0) {
    return { objects: [], faults, parameters: names };
  }
  const labels = substituted(template.labels, values);
  const objects = (template.objects as unknown[]).map((object) => labelled(substituted(withoutFixedNamespace(object), values), labels));
  return { objects, faults, parameters: names };
}

function parameterValue(parameter: Record<string, any>, given: ParameterValues, template: string): string {
  const value = given.get(parameter.name) ?? (parameter.value === undefined || parameter.value === null ? '' : String(parameter.value));
  if (value !== '' || parameter.generate !== 'expression') {
    return value;
  }
  return generatedText(String(parameter.from ?? ''), `${template}/${parameter.name}`);
}

const REFERENCE = /\$\{([a-zA-Z0-9_]+?)\}/g;
const HAS_REFERENCE = /\$\{[a-zA-Z0-9_]+\}/;
const WHOLE_REFERENCE = /^\$\{\{([a-zA-Z0-9_]+)\}\}$/;

/** A template is instantiated in the namespace of who does it: only a namespace with a parameter stays. */
function withoutFixedNamespace(object: unknown): unknown {
  if (!isObject(object) || !isObject(object.metadata) || HAS_REFERENCE.test(String(object.metadata.namespace))) {
    return object;
  }
  const { namespace: _, ...metadata } = object.metadata;
  return { ...object, metadata };
}

function labelled(object: unknown, labels: unknown): unknown {
  if (!isObject(object) || !isObject(labels)) {
    return object;
  }
  const metadata = isObject(object.metadata) ? object.metadata : {};
  return { ...object, metadata: { ...metadata, labels: { ...metadata.labels, ...labels } } };
}

function substituted(value: unknown, values: ParameterValues): unknown {
  if (typeof value === 'string') {
    const whole = values.get(WHOLE_REFERENCE.exec(value)?.[1] ?? '');
    return whole === undefined ? substitutedText(value, values) : jsonOr(whole);
  }
  if (Array.isArray(value)) {
    return value.map((item) => substituted(item, values));
  }
  if (!isObject(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [substitutedText(key, values), substituted(member, values)]));
}

function substitutedText(text: string, values: ParameterValues): string {
  return text.includes('${') ? text.replace(REFERENCE, (reference, name) => values.get(name) ?? reference) : text;
}

/** A value that is put in without quotes. */
function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
