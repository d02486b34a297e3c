import type { SceneActor } from '../scene.ts';

/** One of the things that somebody does one after the other, in its time. */
export interface TimedAct {
  /** The actor as it is during this act. */
  readonly actor: SceneActor;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Seconds in which a body goes over from one act to the next. */
export const CHANGE_SECONDS = 0.8;
const CHANGES = /^(?:stand up|get up|sit down|lie down|kneel down|turn|turn round|turn around|look up|look down)$/;

/** Turning to face somebody, or away, which is over when it is done. */
export const isTurn = ({ does }: SceneActor): boolean => /^turn/.test(does ?? '');

/**
 * What an actor does, in its order, with the film's time shared out: a change of posture needs less of it than a walk.
 * Without an order there is one act.
 */
export function actsOf(actor: SceneActor, durationSeconds: number): TimedAct[] {
  const { acts = [], ...first } = actor;
  const before = beforeOf(first);
  const bodies: SceneActor[] = [...(before ? [before] : []), first];
  for (const { pose, motion, does, attributes = [] } of acts) {
    const { does: _, ...last } = bodies.at(-1)!;
    bodies.push({
      ...last,
      pose: pose ?? (motion && motion.kind !== 'idle' ? 'default' : last.pose),
      motion: motion ?? { kind: 'idle', speed: 1 },
      ...(does === undefined ? {} : { does }),
      attributes: [...last.attributes, ...attributes],
    });
  }
  const weights = bodies.map(({ does }, i) =>
    before && i === 0 ? 0.4 : CHANGES.test(does ?? '') && bodies.length > 1 ? 0.6 : i === 0 ? 0.85 : 1,
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let from = 0;
  return bodies.map((body, i) => {
    const to = i === bodies.length - 1 ? durationSeconds : from + (weights[i]! / whole) * durationSeconds;
    const act = { actor: body, fromSeconds: from, toSeconds: to };
    from = to;
    return act;
  });
}

/** How somebody was before a change that is told first: who sits down stood. */
function beforeOf({ does, ...actor }: SceneActor): SceneActor | undefined {
  const idle = { kind: 'idle', speed: 1 } as const;
  switch (does) {
    case 'sit down':
    case 'lie down':
    case 'kneel down':
      return { ...actor, pose: 'standing', motion: idle };
    case 'wake up':
      return { ...actor, pose: 'lying', motion: idle };
    case 'stand up':
    case 'get up':
      return { ...actor, pose: actor.kind === 'person' ? 'sitting' : 'lying', motion: idle };
    default:
      return undefined;
  }
}

/** Whether its film has more than one act. */
export function hasActs(actor: SceneActor): boolean {
  return (actor.acts?.length ?? 0) > 0 || beforeOf(actor) !== undefined || isTurn(actor);
}
