import { z } from 'zod';
import { type PriceLine, sumTicks } from './prices.ts';
import { formatTicks } from './ticks.ts';

/** The reply of a creating call with `X-Dry-Run: true`. */
export const PriceQuote = z.object({
  object: z.literal('price_quote'),
  model: z.string().describe('The concrete id.'),
  operation: z.string(),
  lines: z.array(
    z.object({
      item: z.enum(['output_image', 'output_video_second', 'input_image', 'input_video_second']),
      quantity: z.number(),
      unit_cost_in_usd_ticks: z.int(),
      cost_in_usd_ticks: z.int(),
    }),
  ),
  cost_in_usd_ticks: z.int().describe('The sum of the lines; 10,000,000,000 ticks are one US dollar.'),
  cost_in_usd: z.string().describe('The same in dollars, such as `0.42`.'),
});
export type PriceQuote = z.infer<typeof PriceQuote>;

export function encodeQuote(
  order: { readonly model: string; readonly operation: string },
  lines: readonly PriceLine[],
): PriceQuote {
  const total = sumTicks(lines);
  return {
    object: 'price_quote',
    model: order.model,
    operation: order.operation,
    lines: lines.map(({ item, quantity, unitTicks, ticks }) => ({
      item,
      quantity,
      unit_cost_in_usd_ticks: unitTicks,
      cost_in_usd_ticks: ticks,
    })),
    cost_in_usd_ticks: total,
    cost_in_usd: formatTicks(total).slice(1),
  };
}
