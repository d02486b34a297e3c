import type { Mention } from './mention.ts';

const PIPE = /^(?:(?:tobacco|briar|smoking|long|wooden) )?pipe$/;
const PLUMBER = /plumber|worker|mechanic|engineer|piper/;

/** A pipe that somebody smokes, or has with him though he makes no music, is in his mouth. */
export function smokePipes(mentions: Mention[]): void {
  for (const pipe of mentions.filter(
    ({ english, word, count }) => count === 1 && (PIPE.test(english) || PIPE.test(word)),
  )) {
    const smoker = mentions.find(({ relation }) => relation?.to === pipe) ?? pipe.relation?.to;
    if (smoker?.noun.kind !== 'person' || smoker.does === 'play' || PLUMBER.test(smoker.english)) continue;
    smoker.attributes.add('pipe');
    mentions.splice(mentions.indexOf(pipe), 1);
    for (const other of mentions) if (other.relation?.to === pipe) delete other.relation;
    if (/^(?:smoke|puff)$/.test(smoker.does ?? '')) delete smoker.does;
  }
}
