import { describe, expect, it } from 'vitest';
import type { SceneActor } from '../scene.ts';
import { actsOf, hasActs } from './acts.ts';

const man: SceneActor = {
  id: 'person-1',
  kind: 'person',
  word: 'man',
  count: 1,
  size: 1,
  attributes: ['man'],
  pose: 'default',
  motion: { kind: 'idle', speed: 1 },
  isSubject: true,
};

describe('acts', () => {
  it('without an order there is one act that lasts the film', () => {
    expect(actsOf(man, 8)).toEqual([{ actor: man, fromSeconds: 0, toSeconds: 8 }]);
    expect(hasActs(man)).toBe(false);
  });

  it('acts follow one another without a gap, and a walk lasts longer than a change of posture', () => {
    const acts = actsOf(
      {
        ...man,
        pose: 'sitting',
        acts: [{ pose: 'standing', does: 'stand up' }, { motion: { kind: 'walk', speed: 1 } }],
      },
      8,
    );
    expect(acts.map(({ actor }) => [actor.pose, actor.motion.kind])).toEqual([
      ['sitting', 'idle'],
      ['standing', 'idle'],
      ['default', 'walk'],
    ]);
    acts.slice(1).forEach((act, i) => {
      expect(act.fromSeconds).toBe(acts[i]!.toSeconds);
    });
    const [, rise, walk] = acts.map(({ fromSeconds, toSeconds }) => toSeconds - fromSeconds);
    expect(walk).toBeGreaterThan(rise!);
    expect(acts.at(-1)!.toSeconds).toBe(8);
  });

  it('who sits down stood before, and stays seated for what comes next', () => {
    const acts = actsOf({ ...man, pose: 'sitting', does: 'sit down', acts: [{ does: 'read' }] }, 8);
    expect(acts.map(({ actor }) => actor.pose)).toEqual(['standing', 'sitting', 'sitting']);
    expect(acts.at(-1)!.actor.does).toBe('read');
  });
});
