/**
 * Watches a stream of messages and tells once when one begins without a valid length: where it ends, and all that
 * follows, cannot be told then. The library that reads the same stream would wait for ever.
 */
export function watchFrames(onBroken: (header: string) => void): (chunk: Uint8Array) => void {
  let header = '';
  let body = 0;
  let isBroken = false;
  return (chunk) => {
    for (let at = 0; at < chunk.length && !isBroken;) {
      if (body > 0) {
        const taken = Math.min(body, chunk.length - at);
        body -= taken;
        at += taken;
        continue;
      }
      header += String.fromCharCode(chunk[at++]!);
      const isWhole = header.endsWith('\r\n\r\n');
      if (!isWhole && header.length < LONGEST_HEADER) continue;
      const length = isWhole ? /^content-length:[ \t]*(\d{1,9})[ \t]*$/im.exec(header.replaceAll('\r', '')) : null;
      if (length === null) {
        isBroken = true;
        onBroken(header);
      } else {
        body = Number(length[1]);
        header = '';
      }
    }
  };
}

const LONGEST_HEADER = 4096;
