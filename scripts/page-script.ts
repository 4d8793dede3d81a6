/** Bundles the script of the HTML report, src/report/html/page-main.ts, into a text: src/report/html/page-script.ts. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const FOLDER = resolve(__dirname, '../src/report/html');

/** The module that has the script as a text. */
export function pageScriptModule(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(FOLDER, 'page-main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2020',
    charset: 'ascii',
    minify: true,
    write: false,
  });
  const script = JSON.stringify(outputFiles[0].text.trim());
  return `// Generated from page-main.ts by npm run page-script.\n// biome-ignore-all format: generated\n// biome-ignore-all lint/suspicious/noTemplateCurlyInString: generated\n\n/** What the page runs in the browser. */\nexport const PAGE_SCRIPT = ${script};\n`;
}

if (require.main === module) {
  writeFileSync(join(FOLDER, 'page-script.ts'), pageScriptModule());
}
