import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import type { Page } from "@playwright/test";

/** What a page must never do, seen from the moment it opens. */
export class Complaints {
  readonly found: string[] = [];

  constructor(page: Page) {
    page.on("console", (message) => {
      // A breach of the content security policy is such a message too.
      if (message.type() === "error" || message.type() === "warning") {
        this.found.push(`console ${message.type()}: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => this.found.push(`uncaught: ${error.message}`));
    page.on("requestfailed", (request) =>
      this.found.push(`failed: ${request.url()} ${request.failure()?.errorText}`),
    );
    page.on("response", (response) => {
      if (response.status() >= 400) {
        this.found.push(`status ${response.status()}: ${response.url()}`);
      }
    });
  }

  /** For a test that provokes a complaint: takes those that fit and fails when there is none. */
  take(pattern: RegExp) {
    const fitting = this.found.filter((complaint) => pattern.test(complaint));
    expect(fitting, `complaints that fit ${pattern}`).not.toEqual([]);
    this.forgive(pattern);
  }

  /** For a test that may provoke a complaint, by the browser's timing alone: forgets those that fit. */
  forgive(pattern: RegExp) {
    this.found.splice(0, this.found.length, ...this.found.filter((each) => !pattern.test(each)));
  }
}

/** Axe for a page without frames: it need not open another page to gather what it found. */
export function axeOf(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}

interface Fixtures {
  complaints: Complaints;
  /** Fails when axe finds something on the page as it is now; with the names of rules, only by those. */
  expectAccessible: (rules?: string[]) => Promise<void>;
}

/** Playwright's test, which also fails on any error, warning or failed request of the page. */
export const test = base.extend<Fixtures>({
  complaints: [
    async ({ page }, use) => {
      const complaints = new Complaints(page);
      await use(complaints);
      expect(complaints.found).toEqual([]);
    },
    { auto: true },
  ],
  expectAccessible: async ({ page }, use) => {
    await use(async (rules) => {
      const axe = axeOf(page);
      const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
      const described = violations.map(
        ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join("\n  ")}`,
      );
      expect(described).toEqual([]);
    });
  },
});

export { expect };
