import { describe, expect, it } from 'vitest';
import { moderatePrompt } from './moderate-prompt.ts';

describe('the default moderation of prompts', () => {
  it('refuses what joins minors and explicit content, in any case and spelling of width', () => {
    for (const prompt of [
      'nude photo of a child',
      'A NAKED teenage girl',
      'explicit sex scene, she is 15 years old',
      'ｎｕｄｅ ｃｈｉｌｄ',
      'porn with a 9-year-old',
      'schoolgirl, topless',
    ]) {
      expect(moderatePrompt(prompt), prompt).toMatchObject({ ok: false, reason: expect.stringContaining('minors') });
    }
  });

  it('lets everything else through: innocence is no matter of single words', () => {
    for (const prompt of [
      'a child plays with a kite',
      'a nude statue in a museum, marble',
      'boys playing football at sunset',
      'Essex at dawn, a girl with a pearl earring',
      'a baby fox in the snow',
      'a whisky aged 12 years',
      'sexton beetle on a leaf, kids watching',
      '一只狐狸在奔跑',
      '',
    ]) {
      expect(moderatePrompt(prompt), prompt).toEqual({ ok: true });
    }
  });
});
