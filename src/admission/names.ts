/** What a name has to look like. */
export interface NameFormat {
  readonly pattern: RegExp;
  readonly longest: number;
  /** The format in words, as the end of "must be …". */
  readonly words: string;
}

/** RFC 1123 label: name of a disk, host name. */
export const DNS_LABEL: NameFormat = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  longest: 63,
  words: 'a DNS label: at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
};

/** RFC 1123 subdomain. */
export const DNS_SUBDOMAIN: NameFormat = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  longest: 253,
  words: 'a DNS subdomain: DNS labels joined by dots, at most 253 characters',
};

/** Name of a port of a pod. */
export const PORT_NAME: NameFormat = {
  pattern: /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/,
  longest: 15,
  words: 'a port name: at most 15 lower-case letters, digits and single dashes, with at least one letter',
};

/** Name of an interface of a VM. */
export const INTERFACE_NAME: NameFormat = {
  pattern: /^[A-Za-z0-9_-]+$/,
  longest: Number.POSITIVE_INFINITY,
  words: 'made of letters, digits, dashes and underscores',
};

export function hasFormat(name: string, format: NameFormat): boolean {
  return name.length <= format.longest && format.pattern.test(name);
}
