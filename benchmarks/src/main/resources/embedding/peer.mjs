// transformers.js with the weights, the tokenizer and the texts that Bolt was measured with: one table row a batch size.
import { env, pipeline } from "@huggingface/transformers";
import { readFileSync } from "node:fs";

const folder = process.argv[2];
env.allowRemoteModels = false;
env.localModelPath = folder + "/models/";
const texts = JSON.parse(readFileSync(folder + "/texts.json", "utf8"));
const embed = await pipeline("feature-extraction", "minilm", { dtype: "q8" });
for (const batch of [1, 8, 32]) {
  let wall = Infinity;
  let cost = Infinity;
  for (let round = 0; round < 2; round++) {
    const began = performance.now();
    const beganCpu = process.cpuUsage();
    for (let i = 0; i < texts.length; i += batch) {
      await embed(texts.slice(i, i + batch), { pooling: "mean", normalize: true });
    }
    const used = process.cpuUsage(beganCpu);
    wall = Math.min(wall, (performance.now() - began) / 1000);
    cost = Math.min(cost, (used.user + used.system) / 1e6);
  }
  console.log(`| transformers.js ${env.version}, q8, batches of ${batch} | ${(texts.length / wall).toFixed(1)} | ${(texts.length / cost).toFixed(1)} |`);
}
