import type { Scene } from '@openimagine/scene';
import { missingFrom } from '../../packages/scene/src/read/expect-scene.ts';
import type { Prompt } from '../gallery/order.ts';
import { escapeHtml } from '../gallery/page.ts';

/** An entry of examples/score.json: a prompt, and what a person must be able to find in the result. */
export interface ScoredPrompt extends Prompt {
  readonly asked: readonly {
    readonly sense: 'see' | 'move' | 'hear';
    readonly what: string;
    /** In the notation of `missingFrom`. Absent: only an eye or an ear can tell. */
    readonly scene?: string;
  }[];
}

export interface Point {
  readonly what: string;
  /** Undefined: only an eye or an ear can tell. */
  readonly isInScene: boolean | undefined;
  readonly lacks: readonly string[];
}

export function scorePoints(prompt: ScoredPrompt, scene: Scene): readonly Point[] {
  return prompt.asked.map(({ sense, what, scene: notation }) => {
    const lacks = notation === undefined ? [] : missingFrom(scene, notation);
    return { what: `${sense}: ${what}`, isInScene: notation === undefined ? undefined : lacks.length === 0, lacks };
  });
}

export function pointsHtml(points: readonly Point[]): string {
  const items = points.map(({ what, isInScene, lacks }) => {
    const mark = isInScene === undefined ? '·' : isInScene ? '✓' : '✗';
    const because = lacks.length > 0 ? ` (lacks ${lacks.join(', ')})` : '';
    return `<li${lacks.length > 0 ? ' class="lacks"' : ''}>${mark} ${escapeHtml(what + because)}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}
