/** Saves a blob as a file by the browser's own download, which needs no permission. @param name of the file, without a folder */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser takes the blob after this turn; a minute is far more than it needs to begin.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
