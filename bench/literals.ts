/** The name that stands for every name while the literals are taken down. */
export const PLACEHOLDER = 'name-of-the-shop';

/**
 * A CommonJS module that exports the objects as a literal in JavaScript, for any name:
 * `exports.objectsOf = (name) => [{ kind: 'VirtualMachine', metadata: { name }, … }]`.
 *
 * Written out like this, the bare variant pays for nothing but `ApiObject`s.
 *
 * @param objects the objects of one shop with the name PLACEHOLDER
 */
export function literalModule(objects: readonly object[]): string {
  const literal = JSON.stringify(objects).replace(/"(?:[^"\\]|\\.)*":?/g, (text) => (text.includes(PLACEHOLDER) ? template(text) : text));
  return `exports.objectsOf = (name) => ${literal};\n`;
}

/** `"name-of-the-shop-root"` becomes a template in backquotes; a key becomes a computed one. */
function template(text: string): string {
  if (/[`$]/.test(text)) {
    throw new Error(`a string that cannot become a template: ${text}`);
  }
  const isKey = text.endsWith(':');
  const content = text.slice(1, isKey ? -2 : -1).replaceAll(PLACEHOLDER, '$' + '{name}');
  return isKey ? `[\`${content}\`]:` : `\`${content}\``;
}
