const MOST_LISTED = 3;

/** Names in a sentence: the first three, and how many more there are, such as `web-0, web-1, web-2 and 997 more`. */
export function listed<T>(items: readonly T[], nameOf: (item: T) => string, separator = ', '): string {
  const more = items.length - MOST_LISTED;
  const names = items.slice(0, MOST_LISTED).map(nameOf).join(separator);
  return more > 0 ? `${names} and ${more} more` : names;
}
