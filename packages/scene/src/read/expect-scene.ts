import { familyOf } from '../actors/family.ts';
import { nameColor } from '../lexicon/colors.ts';
import type { Relation, Scene, SceneActor } from '../scene.ts';

/**
 * What a short notation of a scene asks for and the scene lacks, for tests. The notation is parts divided by ` | `: the
 * first names what the scene holds (set, time, `>night`, weather, season, style, shot, move, events, `+sound`, details
 * with `_` for spaces, `lens:wide`, `mood:sad`, `-people`), each other one an actor: `2 black cat sitting on:sofa`. `!dog` asks that there be none.
 */
export function missingFrom(scene: Scene, notation: string): string[] {
  const [head = '', ...actors] = notation.split(/ ?\| /);
  const has = sceneWords(scene);
  const missing = wordsOf(head).filter((word) => !has.has(word));
  const free = scene.actors.map((actor) => actorWords(actor, scene));
  for (const wanted of actors) {
    if (wanted.startsWith('!')) {
      if (scene.actors.some(({ kind }) => kind === wanted.slice(1))) missing.push(wanted);
      continue;
    }
    const at = free.findIndex((words) => wordsOf(wanted).every((word) => words.has(word)));
    if (at < 0) missing.push(wanted);
    else free.splice(at, 1);
  }
  return missing;
}

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');

function sceneWords(scene: Scene): Set<string> {
  const { set, time, timeTo, weather, season, style, camera, setDetails, events, sounds, setColor } = scene;
  return new Set([
    ...[set, time, `>${timeTo}`, weather, season, style, camera.shot, camera.move],
    ...setDetails.map((detail) => detail.replaceAll(' ', '_')),
    ...events.map(({ kind }) => kind),
    ...sounds.map((sound) => `+${sound}`),
    ...(setColor === undefined ? [] : [`#${nameColor(setColor).replaceAll(' ', '_')}`]),
    ...(camera.lens === undefined ? [] : [`lens:${camera.lens}`]),
    ...(camera.focus === undefined ? [] : [camera.focus]),
    ...(scene.playback === undefined ? [] : playbackWords(scene.playback)),
    ...(scene.light ?? []).map((kind) => `light:${kind}`),
    ...(scene.mood === undefined ? [] : [`mood:${scene.mood}`]),
    ...(scene.music === undefined ? [] : [`music:${scene.music}`]),
    ...(scene.silent === undefined ? [] : [`silent:${scene.silent}`]),
    ...(scene.without ?? []).map((name) => `-${name}`),
    ...(scene.lightRays ? ['rays'] : []),
    ...(scene.wetGround ? ['wet'] : []),
    ...(camera.speed < 1 ? ['slow'] : []),
    ...(scene.title === undefined ? [] : [`"${scene.title.replaceAll(' ', '_')}"`]),
    ...(scene.captions ?? []).map(({ text }) => `"${text.replaceAll(' ', '_')}"`),
  ]);
}

function playbackWords({ speed, reverse, loop }: NonNullable<Scene['playback']>): string[] {
  return [...(speed < 1 ? ['slowMotion'] : []), ...(reverse ? ['reverse'] : []), ...(loop ? ['loop'] : [])];
}

/** A relation told of the other: what she holds is held by her. */
const INVERSE: Partial<Record<Relation, Relation>> = { heldBy: 'holding', inFrontOf: 'behind', behind: 'inFrontOf' };

function toldOfOthers({ id }: SceneActor, scene: Scene): string[] {
  return scene.actors.flatMap(({ kind, relation }) => {
    const own = relation?.to === id ? INVERSE[relation.kind] : undefined;
    return own === undefined ? [] : [`${own}:${kind}`, `${own}:${familyOf(kind)}`];
  });
}

function actorWords(actor: SceneActor, scene: Scene): Set<string> {
  const { count, kind, color, pose, motion, place, relation, attributes, text, says, size, word } = actor;
  const other = scene.actors.find(({ id }) => id === relation?.to);
  return new Set([
    ...[
      String(count),
      kind,
      familyOf(kind),
      pose,
      motion.kind,
      `=${word.toLowerCase().replaceAll(' ', '_')}`,
      ...attributes.map((look) => look.replaceAll(' ', '_')),
    ],
    ...(color === undefined ? [] : [nameColor(color).replaceAll(' ', '_')]),
    ...(actor.does === undefined ? [] : [`does:${actor.does.replaceAll(' ', '_')}`]),
    ...(actor.parts ?? []).map((part) => `${part.name}=${nameColor(part.color).replaceAll(' ', '_')}`),
    ...(motion.direction === undefined ? [] : [motion.direction]),
    ...(place === undefined ? [] : [`@${place}`]),
    ...(relation === undefined || other === undefined
      ? []
      : [`${relation.kind}:${other.kind}`, `${relation.kind}:${familyOf(other.kind)}`]),
    ...toldOfOthers(actor, scene),
    ...(actor.acts ?? []).map(
      ({ does, pose, motion }) => `then:${(does ?? motion?.kind ?? pose ?? '').replaceAll(' ', '_')}`,
    ),
    ...(text === undefined ? [] : [`"${text.replaceAll(' ', '_')}"`]),
    ...(says === undefined ? [] : [`says:${says.replaceAll(' ', '_')}`]),
    ...(size > 1.4 ? ['large'] : size < 0.7 ? ['small'] : []),
    ...(actor.isSubject ? ['subject'] : []),
  ]);
}
