// A picture, which then comes to life: node main.ts
import { createClient, OpenImagineError } from '@openimagine/sdk';

const { OPENIMAGINE_URL = 'http://localhost:8080', OPENIMAGINE_API_KEY, XAI_API_KEY } = process.env;
const client = createClient({ baseUrl: OPENIMAGINE_URL, apiKey: OPENIMAGINE_API_KEY ?? XAI_API_KEY ?? '' });

try {
  const { image } = await client.generateImage({ prompt: 'A lighthouse on a cliff at dusk', aspectRatio: '16:9' });
  await image.save('lighthouse.jpg');
  console.log(`lighthouse.jpg: ${image.revisedPrompt}`);

  const { costInUsd } = await client.quote.generateVideo({ image, duration: 3 });
  console.log(`A video of it would cost $${costInUsd}.`);

  const video = await client.generateVideo(
    { prompt: 'The clouds drift, the camera moves in slowly', image, duration: 3 },
    { onProgress: (percent) => console.log(`${percent} %`) },
  );
  await video.save('lighthouse.mp4');
  console.log(`lighthouse.mp4: ${video.duration} s until ${video.expiresAt?.toISOString()} at ${video.url}`);
} catch (error) {
  if (!(error instanceof OpenImagineError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
