/** Conditions on labels by the name of the label, each with its operator, e.g. `{ namespace: '="shop"' }`. */
export type Matchers = Readonly<Record<string, string>>;

export function equals(value: string): string {
  return `=${JSON.stringify(value)}`;
}

export function matches(pattern: string): string {
  return `=~${JSON.stringify(pattern)}`;
}

/** A pattern for the text itself. */
export function literal(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/g, '[$&]');
}

/** The series of a metric, e.g. `kubevirt_vm_info{namespace="shop",name="web"}`. */
export function series(metric: string, matchers: Matchers): string {
  const conditions = Object.entries(matchers).map(([label, condition]) => `${label}${condition}`);
  return `${metric}{${conditions.join(',')}}`;
}

/** One series for each combination of the labels, whatever pod reports it. */
export function maxBy(labels: readonly string[], expression: string): string {
  return `max by (${labels.join(', ')}) (${expression})`;
}

export function countBy(labels: readonly string[], expression: string): string {
  return `count by (${labels.join(', ')}) (${expression})`;
}

export function sumBy(labels: readonly string[], expression: string): string {
  return `sum by (${labels.join(', ')}) (${expression})`;
}

/** Takes a label from what a pattern finds in another one. */
export function labelFrom(expression: string, label: string, source: string, pattern: string): string {
  return `label_replace(${expression}, ${JSON.stringify(label)}, "$1", ${JSON.stringify(source)}, ${JSON.stringify(pattern)})`;
}

/** Gives every series a label. */
export function labelled(expression: string, label: string, value: string): string {
  return `label_replace(${expression}, ${JSON.stringify(label)}, ${JSON.stringify(value)}, "", "")`;
}
