const SURROGATE = /\p{Surrogate}/gu;
const WINDOWS_DRIVE = /^[A-Za-z]:[\\/]/;

/** Whether a path says where a file is without the folder in which the command ran. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || WINDOWS_DRIVE.test(path);
}

/** The path of a file as a reference (RFC 3986), relative where the path is, absolute (RFC 8089) where that is. */
export function fileUri(path: string): string {
  if (WINDOWS_DRIVE.test(path)) {
    const [drive, ...rest] = path.split(/[\\/]/);
    return `file:///${drive}/${rest.map(encoded).join('/')}`;
  }
  return `${isAbsolute(path) ? 'file://' : ''}${path
    .replace(/^(\.\/+)+/, '')
    .split('/')
    .map(encoded)
    .join('/')}`;
}

/** A name may be anything but a slash, and no text in UTF-16 either. */
function encoded(name: string): string {
  return encodeURIComponent(name.replace(SURROGATE, '\ufffd'));
}
