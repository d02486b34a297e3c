import { type Rgb, SPRITE_STRIDE, type Sprites } from '@openimagine/render';
import type { Scene } from '../scene.ts';
import { hasDetail } from '../sets/mood.ts';
import { hash, mixRgb } from './matrix.ts';
import type { View } from './view.ts';

const GREEN: Rgb = [0.12, 1, 0.45];
const VIOLET: Rgb = [0.5, 0.22, 0.95];
const CURTAINS = 3;
const RAYS = 46;
/** Beyond every range of hills; heights below are for 260 m. */
const AWAY_METRES = 1040;
const ENLARGED = AWAY_METRES / 260;

/** Whether northern lights are among the details, and the sky is dark enough to show them. */
export function hasAurora(scene: Scene): boolean {
  return (scene.time === 'night' || scene.time === 'dusk') && hasDetail(scene, 'aurora', 'northern lights');
}

/** Curtains of light that hang far behind everything and wave slowly, green below and violet above. */
export function createAurora({ position, forward }: View): (seconds: number) => Sprites {
  const yaw = Math.atan2(forward[0], -forward[2]);
  return (seconds) => {
    const data = new Float32Array(CURTAINS * RAYS * SPRITE_STRIDE);
    for (let i = 0; i < CURTAINS * RAYS; i++) {
      const curtain = Math.floor(i / RAYS);
      const along = (i % RAYS) / (RAYS - 1);
      const fold = Math.sin(along * 9 + curtain * 2.1 + seconds * 0.35) + 0.5 * Math.sin(along * 21 - seconds * 0.5);
      const angle = yaw + (along - 0.5) * 1.5 + 0.035 * fold;
      const away = AWAY_METRES * (1 + 0.12 * curtain);
      const low = ENLARGED * (34 + 26 * curtain + 12 * Math.sin(along * 6 + curtain * 3 + seconds * 0.2) + 4 * fold);
      const shine = 0.45 + 0.55 * Math.sin(along * 13 + seconds * 0.6 + curtain * 4) ** 2;
      const ends = Math.sin(Math.PI * along) ** 0.6;
      const tall = ENLARGED * (62 + 30 * hash(i, 5) * shine);
      data.set(
        [
          position[0] + Math.sin(angle) * away,
          low,
          position[2] - Math.cos(angle) * away,
          8.5 * ENLARGED,
          0,
          ...mixRgb(GREEN, VIOLET, 0.22 * curtain + 0.15 * (1 - shine)),
          0.24 * shine * ends,
          0,
          tall,
          0,
        ],
        i * SPRITE_STRIDE,
      );
    }
    return { shape: 'streak', blend: 'add', count: CURTAINS * RAYS, data };
  };
}
