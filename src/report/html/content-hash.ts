import { createHash } from 'node:crypto';

/** What the policy of a page allows instead of everything that is inline. */
export function contentHash(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
