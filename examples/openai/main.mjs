// A picture and a video of it, by OpenAI's own client: node main.mjs
import { writeFile } from 'node:fs/promises';
import OpenAI, { toFile } from 'openai';

const { OPENIMAGINE_URL = 'http://localhost:8080', OPENIMAGINE_API_KEY, XAI_API_KEY } = process.env;
// The only lines that are not as for api.openai.com.
const openai = new OpenAI({
  baseURL: `${OPENIMAGINE_URL.replace(/\/+$/, '')}/v1`,
  apiKey: OPENIMAGINE_API_KEY ?? XAI_API_KEY,
});

const { data } = await openai.images.generate({
  model: 'grok-imagine-image',
  prompt: 'A red fox in a snowy forest',
  response_format: 'b64_json',
});
const picture = Buffer.from(data[0].b64_json, 'base64');
await writeFile('fox.jpg', picture);
console.log('fox.jpg');

let video = await openai.videos.create({
  model: 'sora-2',
  prompt: 'The fox looks up, snow falls',
  seconds: '2',
  size: '1280x720',
  input_reference: await toFile(picture, 'fox.jpg', { type: 'image/jpeg' }),
});
while (video.status === 'queued' || video.status === 'in_progress') {
  await new Promise((resolve) => setTimeout(resolve, 500));
  video = await openai.videos.retrieve(video.id);
}
if (video.status !== 'completed') throw new Error(video.error?.message);
const content = await openai.videos.downloadContent(video.id);
await writeFile('fox.mp4', Buffer.from(await content.arrayBuffer()));
console.log(`fox.mp4 ${video.seconds} s`);
