// A picture, a video of it, and the same video in black and white, by Vercel's AI SDK: node main.mjs
import { writeFile } from 'node:fs/promises';
import { createXai } from '@ai-sdk/xai';
import { generateImage, experimental_generateVideo as generateVideo } from 'ai';

const { OPENIMAGINE_URL = 'http://localhost:8080', OPENIMAGINE_API_KEY, XAI_API_KEY } = process.env;
// The only line that is not as for api.x.ai.
const xai = createXai({
  baseURL: `${OPENIMAGINE_URL.replace(/\/+$/, '')}/v1`,
  apiKey: OPENIMAGINE_API_KEY ?? XAI_API_KEY,
});

const { image } = await generateImage({
  model: xai.image('grok-imagine-image'),
  prompt: 'A red fox in a snowy forest',
  aspectRatio: '16:9',
});
await writeFile('fox.jpg', image.uint8Array);
console.log('fox.jpg');

const { video } = await generateVideo({
  model: xai.video('grok-imagine-video'),
  prompt: { image: image.uint8Array, text: 'The fox looks up, snow falls' },
  duration: 2,
});
await writeFile('fox.mp4', video.uint8Array);
console.log('fox.mp4');

const { video: edited } = await generateVideo({
  model: xai.video('grok-imagine-video'),
  prompt: 'Make it black and white',
  providerOptions: { xai: { mode: 'edit-video', videoUrl: `data:video/mp4;base64,${video.base64}` } },
});
await writeFile('fox-grey.mp4', edited.uint8Array);
console.log('fox-grey.mp4');
