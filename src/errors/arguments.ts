import type { ApiObjectMetadata, Duration, Size } from 'cdk8s';
import {
  ANNOTATION_KEY,
  canonicalQuantity,
  DNS_LABEL,
  DNS_SUBDOMAIN,
  entryPath,
  type Format,
  hasFormat,
  LABEL_KEY,
  LABEL_VALUE,
} from '../facts';
import { ArgumentError } from './argument-error';

/** Bounds of a number, both inclusive. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** Checks arguments of one construct or factory and turns them into manifest values. */
export class Arguments {
  /** @param subject the path of the construct, asked for once an argument is refused, or the factory that is called */
  public constructor(private readonly subject: string | (() => string)) {}

  /** An integer within the range; undefined stays undefined. */
  public integer(argument: string, value: number, range?: Range): number;
  public integer(argument: string, value: number | undefined, range?: Range): number | undefined;
  public integer(argument: string, value: number | undefined, range: Range = {}): number | undefined {
    if (value === undefined) {
      return undefined;
    }
    if (!Number.isInteger(value)) {
      this.refuse('integer-required', argument, String(value), 'only integers are allowed', 'Pass an integer.');
    }
    this.within(argument, value, String(value), range, '');
    return value;
  }

  /** A duration as whole seconds within the range; undefined stays undefined. */
  public seconds(argument: string, value: Duration | undefined, range: Range = { min: 0 }): number | undefined {
    if (value === undefined) {
      return undefined;
    }
    const milliseconds = value.toMilliseconds({ integral: false });
    const seconds = milliseconds / 1000;
    if (!Number.isInteger(seconds)) {
      const [below, above] = [Math.floor(seconds), Math.ceil(seconds)];
      const remedy = below > 0 ? `Use Duration.seconds(${below}) or Duration.seconds(${above}).` : `Use Duration.seconds(${above}).`;
      this.refuse('whole-seconds', argument, `${milliseconds} ms`, 'whole seconds only', remedy);
    }
    this.within(argument, seconds, `${seconds} s`, range, ' s');
    return seconds;
  }

  /** A size as a Kubernetes quantity, as Kubernetes writes it back; undefined stays undefined. */
  public quantity(argument: string, value: Size, minimum?: number): string;
  public quantity(argument: string, value: Size | undefined, minimum?: number): string | undefined;
  public quantity(argument: string, value: Size | undefined, minimum = 1): string | undefined {
    if (value === undefined) {
      return undefined;
    }
    const mebibytes = this.mebibytes(argument, value);
    this.within(argument, mebibytes, `${mebibytes} Mi`, { min: minimum }, ' Mi');
    return canonicalQuantity(`${mebibytes}Mi`) as string;
  }

  /** A string that the pattern matches; undefined stays undefined. */
  public matching(
    argument: string,
    value: string | undefined,
    pattern: RegExp,
    rule: string,
    remedy: string,
    code: string,
  ): string | undefined {
    if (value !== undefined && !pattern.test(value)) {
      this.refuse(code, argument, JSON.stringify(value), rule, remedy);
    }
    return value;
  }

  /** The name of a Kubernetes object, a DNS subdomain (RFC 1123); undefined stays undefined. */
  public objectName(argument: string, value: string): string;
  public objectName(argument: string, value: string | undefined): string | undefined;
  public objectName(argument: string, value: string | undefined): string | undefined {
    const rule =
      'the name of an object has 1 to 253 lower-case letters, digits, "-" or ".", and between dots begins and ends with a letter or digit';
    return this.matching(argument, value, DNS_SUBDOMAIN.pattern, rule, 'Pass the name as kubectl prints it.', 'object-name-invalid');
  }

  /** The metadata of an object: its name, namespace, labels and annotations, as far as they are given. */
  public metadata(metadata: ApiObjectMetadata | undefined, nameFormat: Format = DNS_SUBDOMAIN): void {
    if (metadata === undefined) {
      return;
    }
    const { name, namespace, labels, annotations } = metadata;
    this.formatted('metadata.name', name, nameFormat, 'the name of the object', 'object-name-invalid');
    this.formatted('metadata.namespace', namespace, DNS_LABEL, 'the name of a namespace', 'namespace-invalid');
    this.labels('metadata.labels', labels);
    this.annotations('metadata.annotations', annotations);
  }

  /** Labels that an object gets. */
  public labels(argument: string, labels: { readonly [key: string]: string } = {}): void {
    for (const key of Object.keys(labels)) {
      this.label(argument, key, labels[key]);
    }
  }

  /** A label that an object gets. */
  public label(argument: string, key: string, value: string): void {
    if (!hasFormat(key, LABEL_KEY) || !hasFormat(value, LABEL_VALUE)) {
      const rule = hasFormat(key, LABEL_KEY) ? `the value of a label is ${LABEL_VALUE.words}` : `the key of a label is ${LABEL_KEY.words}`;
      this.refuse('label-invalid', entryPath(argument, key), JSON.stringify(value), rule, 'Use another label, or an annotation.');
    }
  }

  /** Annotations that an object gets. */
  public annotations(argument: string, annotations: { readonly [key: string]: string } = {}): void {
    const key = Object.keys(annotations).find((candidate) => !hasFormat(candidate, ANNOTATION_KEY));
    if (key !== undefined) {
      const rule = `the key of an annotation is ${ANNOTATION_KEY.words}`;
      this.refuse('annotation-key-invalid', entryPath(argument, key), JSON.stringify(annotations[key]), rule, 'Use another key.');
    }
  }

  /** Throws the coded error. */
  public refuse(code: string, argument: string, value: string | undefined, rule: string, remedy: string): never {
    const subject = typeof this.subject === 'string' ? this.subject : this.subject();
    throw new ArgumentError(subject, { code, argument, value, rule, remedy });
  }

  private formatted(argument: string, value: string | undefined, { pattern, words }: Format, what: string, code: string): void {
    this.matching(argument, value, pattern, `${what} must be ${words}`, 'Choose another name.', code);
  }

  private mebibytes(argument: string, value: Size): number {
    const kibibytes = value.toKibibytes();
    if (kibibytes % 1024 !== 0) {
      this.refuse(
        'whole-mebibytes',
        argument,
        `${kibibytes} Ki`,
        'whole mebibytes only',
        `Use Size.mebibytes(${Math.ceil(kibibytes / 1024)}).`,
      );
    }
    return kibibytes / 1024;
  }

  private within(argument: string, number: number, value: string, range: Range, unit: string): void {
    const { min, max } = range;
    if (min !== undefined && number < min) {
      const bound = max === undefined ? `at least ${min}${unit}` : `between ${min} and ${max}${unit}`;
      this.refuse('out-of-range', argument, value, `the value must be ${bound}`, `Pass ${min}${unit} or more.`);
    }
    if (max !== undefined && number > max) {
      const bound = min === undefined ? `at most ${max}${unit}` : `between ${min} and ${max}${unit}`;
      this.refuse('out-of-range', argument, value, `the value must be ${bound}`, `Pass ${max}${unit} or less.`);
    }
  }
}
