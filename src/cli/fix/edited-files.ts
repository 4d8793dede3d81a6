import { editManifest, SourceFile, spliced, type TextPiece } from '../../source';
import type { JudgedFinding } from '../audit/judge';
import type { AuditSettings } from '../audit/settings';

/** Files with some of their findings mended. */
export interface EditedFiles {
  readonly files: readonly SourceFile[];
  readonly mended: readonly JudgedFinding[];
  readonly refused: readonly (readonly [JudgedFinding, string])[];
}

/** Writes the fixes of findings, of which each is about an object of its own, into the texts of their files. */
export function editedFiles(
  files: readonly SourceFile[],
  findings: readonly JudgedFinding[],
  { parameters }: Pick<AuditSettings, 'parameters'>,
): EditedFiles {
  const texts = new Map<TextPiece, string>();
  const changed = new Map<SourceFile, TextPiece[]>();
  const mended: JudgedFinding[] = [];
  const refused: [JudgedFinding, string][] = [];
  for (const finding of findings) {
    const { source, fix } = finding;
    const edited =
      source === undefined || fix === undefined ? { refusal: NOWHERE } : editManifest(source, fix.operations, texts.get(source.piece));
    if (source === undefined || 'refusal' in edited) {
      refused.push([finding, 'refusal' in edited ? edited.refusal : NOWHERE]);
    } else {
      changed.set(source.file, [...(changed.get(source.file) ?? []), source.piece]);
      texts.set(source.piece, edited.text);
      mended.push(finding);
    }
  }
  const again = files.map((file) => {
    const pieces = [...new Set(changed.get(file) ?? [])];
    return pieces.length === 0 ? file : SourceFile.of(file.path, Buffer.from(textWith(file, pieces, texts)), { parameters });
  });
  return { files: again, mended, refused };
}

const NOWHERE = 'It stands in none of the files';

function textWith({ text }: SourceFile, pieces: readonly TextPiece[], texts: ReadonlyMap<TextPiece, string>): string {
  return spliced(
    text,
    pieces.map((piece) => ({ start: piece.offset, end: piece.offset + piece.text.length, text: texts.get(piece) ?? piece.text })),
  );
}
