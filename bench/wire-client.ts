/** Sends one request again and again over many connections; prints what came of it as JSON. */
import autocannon from 'autocannon';

const { url, headers, connections, seconds, amount, body } = JSON.parse(process.argv[2]!) as {
  url: string;
  headers: Record<string, string>;
  connections: number;
  seconds?: number;
  amount?: number;
  body?: string;
};
const result = await autocannon({
  url,
  headers,
  connections,
  ...(seconds === undefined ? {} : { duration: seconds }),
  ...(amount === undefined ? {} : { amount }),
  method: body === undefined ? 'GET' : 'POST',
  ...(body === undefined ? {} : { body }),
});
console.log(
  JSON.stringify({
    perSecond: result.requests.average,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failures: result.non2xx + result.errors,
  }),
);
