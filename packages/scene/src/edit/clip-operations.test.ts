import { describe, expect, it } from 'vitest';
import { planClip, showFrames } from './clip-operations.ts';

const EVEN = [0, 0.25, 0.5, 0.75];
/** Two frames of 0.1 s, one of 0.8 s. */
const UNEVEN = [0, 0.1, 0.2];
const FORWARDS = { factor: 1, isReversed: false };

describe('what an instruction does to a clip', () => {
  it('speeds multiply and two reverses undo each other', () => {
    const plan = planClip([
      { kind: 'speed', factor: 2 },
      { kind: 'reverse' },
      { kind: 'speed', factor: 2 },
      { kind: 'reverse' },
      { kind: 'sound', sound: 'rain', loudness: 0.6 },
    ]);
    expect(plan).toEqual({
      factor: 4,
      isReversed: false,
      isMuted: false,
      sounds: [{ kind: 'rain', loudness: 0.6 }],
    });
  });

  it('no clip becomes a slide show or a flash', () => {
    expect(planClip([{ kind: 'speed', factor: 0.01 }]).factor).toBe(0.25);
    expect(planClip([{ kind: 'speed', factor: 500 }]).factor).toBe(8);
  });

  it('at its own speed a clip keeps its frames and their times, whatever their rate', () => {
    expect(showFrames(FORWARDS, UNEVEN, 1, 3)).toEqual(UNEVEN.map((seconds, source) => ({ source, seconds })));
  });

  it('backwards, each frame is shown as long as it was', () => {
    const shown = showFrames({ factor: 1, isReversed: true }, UNEVEN, 1, 3);
    expect(shown.map(({ source }) => source)).toEqual([2, 1, 0]);
    expect(shown.map(({ seconds }) => Number(seconds.toFixed(6)))).toEqual([0, 0.8, 0.9]);
  });

  it('twice as fast, every other frame is left out and the rate stays', () => {
    const shown = showFrames({ factor: 2, isReversed: false }, EVEN, 1, 4);
    expect(shown).toEqual([
      { source: 0, seconds: 0 },
      { source: 2, seconds: 0.25 },
    ]);
  });

  it('at half the speed, every frame is shown twice', () => {
    const shown = showFrames({ factor: 0.5, isReversed: false }, EVEN, 1, 4);
    expect(shown.map(({ source }) => source)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('fast and backwards, the last frame comes first', () => {
    const shown = showFrames({ factor: 2, isReversed: true }, EVEN, 1, 4);
    expect(shown.map(({ source }) => source)).toEqual([3, 1]);
  });
});
