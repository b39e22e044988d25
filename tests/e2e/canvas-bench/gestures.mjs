// The same gestures on both canvases, with the browser's own input events at the pace of a mouse.

const PACE_MS = 8;
const STEPS = 180;
const WHEEL_MS = 25;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Moves the pointer along a path without waiting for the page, as a hand does. */
async function along(page, point) {
  const sent = [];
  for (let step = 1; step <= STEPS; step += 1) {
    const { x, y } = point(step / STEPS);
    sent.push(page.mouse.move(x, y));
    await wait(PACE_MS);
  }
  await Promise.all(sent);
}

/** A way there and back, twice. */
const sway = (share) => (1 - Math.cos(share * 4 * Math.PI)) / 2;

/** What is done to a canvas. `box` is the surface's, `card` the middle of the card in hand. */
export const GESTURES = {
  idle: () => wait(STEPS * PACE_MS),
  async pan(page, { box }) {
    const from = { x: box.x + 6, y: box.y + box.height / 2 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await along(page, (share) => ({ x: from.x + 260 * sway(share), y: from.y + 120 * sway(share) }));
    await page.mouse.up();
  },
  async zoom(page, { box }) {
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const sent = [];
    for (let step = 0; step < 60; step += 1) {
      sent.push(page.mouse.wheel(0, step % 20 < 10 ? -100 : 100));
      await wait(WHEEL_MS);
    }
    await Promise.all(sent);
  },
  async drag(page, { card }) {
    await page.mouse.move(card.x, card.y);
    await page.mouse.down();
    await along(page, (share) => ({ x: card.x + 24 * sway(share), y: card.y + 160 * sway(share) }));
    await page.keyboard.press("Escape");
    await page.mouse.up();
  },
  async marquee(page, { box }) {
    const from = { x: box.x + 5, y: box.y + 5 };
    await page.keyboard.down("Shift");
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    const far = { x: box.width - 20, y: box.height - 50 };
    await along(page, (share) => ({ x: from.x + far.x * share, y: from.y + far.y * share }));
    await page.mouse.up();
    await page.keyboard.up("Shift");
  },
};
