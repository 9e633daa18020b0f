import type { PreviewPlace } from '../../../server/src/lsp/protocol';
import { interpolated, type Point, rising, swapped } from './interpolate';

/**
 * Keeps the page beside the text. Of the two that one leads that the user moves: the page does while the pointer or the
 * focus is in it and has moved it, so that neither follows what it has caused itself.
 */
export class Scrolling {
  private points: readonly Point[] | undefined;
  private leads = false;
  private isWaiting = false;

  constructor(
    private readonly places: () => ReadonlyMap<string, PreviewPlace>,
    private readonly tell: (offset: number) => void,
  ) {
    for (const moving of ['wheel', 'pointerdown', 'keydown', 'touchmove'])
      addEventListener(moving, () => (this.leads = true), { passive: true });
    for (const leaving of ['blur', 'resize']) addEventListener(leaving, () => this.left());
    document.documentElement.addEventListener('pointerleave', () => this.left());
    addEventListener('scroll', () => this.scrolled());
  }

  /** What stands where has changed. */
  drawn(): void {
    this.points = undefined;
  }

  /** The text's editor shows an offset at its top. */
  follow(offset: number): void {
    const height = this.leads ? undefined : interpolated(this.measured(), offset);
    if (height !== undefined) scrollTo(0, height);
  }

  /** Brings what the caret stands in into view, unless the user is looking elsewhere. */
  reveal(element: Element | null): void {
    if (!this.leads) element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private left(): void {
    this.leads = false;
    this.points = undefined;
  }

  private scrolled(): void {
    if (!this.leads || this.isWaiting) return;
    this.isWaiting = true;
    requestAnimationFrame(() => {
      this.isWaiting = false;
      const offset = interpolated(swapped(this.measured()), scrollY);
      if (offset !== undefined) this.tell(Math.round(offset));
    });
  }

  private measured(): readonly Point[] {
    if (this.points === undefined) {
      const places = this.places();
      const points = [...document.querySelectorAll<HTMLElement>('[data-key]')].flatMap((element): Point[] => {
        const place = places.get(element.dataset['key']!);
        return place === undefined ? [] : [[place[0], element.getBoundingClientRect().top + scrollY]];
      });
      this.points = rising(points);
    }
    return this.points;
  }
}
