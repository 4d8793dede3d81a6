import { createHash } from 'node:crypto';

/**
 * The head of a page that needs nothing beside it. Of all that a page may do, this one does what is in it: nothing is loaded, nothing is
 * sent.
 *
 * @param title as markup
 */
export function pageHead(title: string, style: string, script?: string): string {
  const scripts = script === undefined ? '' : ` script-src ${contentHash(script)};`;
  const policy = `default-src 'none'; style-src ${contentHash(style)};${scripts} base-uri 'none'; form-action 'none'`;
  return `<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>`;
}

/** What the policy of a page allows instead of everything that is inline. */
function contentHash(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
