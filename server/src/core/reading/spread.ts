import { cellsFrom, type Fit } from './fit';
import { Kind, type Tokens } from './tokens';

/** Whether most rows of a table in which every column is filled have empty cells between their values. */
export function areSpread(fits: readonly (Fit | undefined)[]): boolean {
  const full = fits.filter((fit) => fit?.full === true);
  return full.filter((fit) => fit!.last - fit!.first + 1 > fit!.width).length * 2 > full.length;
}

/**
 * The cells of each row of such a table: those in the columns of the rows that are filled, where these have the same.
 */
export function placeSpread(
  tokens: Tokens,
  fits: readonly (Fit | undefined)[],
): readonly (readonly number[] | undefined)[] {
  const columnsOf = (width: number): readonly number[] | undefined => {
    const full = fits.filter((fit) => fit?.full === true && fit.width === width);
    const [first, ...others] = full.map((fit) =>
      cellsFrom(tokens, fit!, fit!.first)!.map((token) => tokens.column(token)),
    );
    return first === undefined || first.includes(-1) || others.some((other) => other.join() !== first.join())
      ? undefined
      : first;
  };
  return fits.map((fit) => {
    if (fit === undefined || fit.full) return fit && cellsFrom(tokens, fit, fit.first);
    const columns = columnsOf(fit.width);
    const cells = fit.run.filter((token) => columns?.includes(tokens.column(token)) === true);
    const isWhole = fit.run.every((token) => tokens.kind(token) === Kind.Empty || cells.includes(token));
    return cells.length === fit.width && isWhole ? cells : undefined;
  });
}
