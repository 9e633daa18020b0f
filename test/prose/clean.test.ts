import { expect, it } from 'vitest';
import { alarmsIn } from '../generator/sentences/clean';

it('finds nothing in reports in which all is right, whose prose is true or about other things', () => {
  expect(alarmsIn(120).found).toEqual([]);
});
