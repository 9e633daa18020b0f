/** The year that the name of a file states, where it states just one. */
export function yearInFileName(name: string): number | undefined {
  const [year, ...others] = [...name.matchAll(/(?<!\d)(20\d\d)年/g)].map(([, digits]) => Number(digits));
  return others.length === 0 ? year : undefined;
}
