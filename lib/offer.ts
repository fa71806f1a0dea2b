import { type CaseStudy, content, contentDir, type Resource, type Service } from "@/lib/content/content";
import { MOVEMENTS, type Movement } from "@/lib/content/fields";

/** Every service, by movement and then in the order its writer chose. */
export function services(dir = contentDir()): readonly Service[] {
  return content(dir).services;
}

/** The service at an address, or undefined. */
export function serviceBySlug(slug: string, dir = contentDir()): Service | undefined {
  return bySlug(services(dir), slug);
}

/** Every case study, by movement and then in the order its writer chose. */
export function caseStudies(dir = contentDir()): readonly CaseStudy[] {
  return content(dir).caseStudies;
}

/** The case study at an address, or undefined. */
export function caseStudyBySlug(slug: string, dir = contentDir()): CaseStudy | undefined {
  return bySlug(caseStudies(dir), slug);
}

/** Every resource, by movement and then in the order its writer chose. */
export function resources(dir = contentDir()): readonly Resource[] {
  return content(dir).resources;
}

/** The resource at an address, or undefined. */
export function resourceBySlug(slug: string, dir = contentDir()): Resource | undefined {
  return bySlug(resources(dir), slug);
}

/** Any part of the offer under its three movements, in their order; a movement with nothing in it is there, empty. */
export function byMovement<T extends { movement: Movement }>(
  list: readonly T[],
): { movement: Movement; entries: T[] }[] {
  return MOVEMENTS.map((movement) => ({ movement, entries: list.filter((it) => it.movement === movement) }));
}

function bySlug<T extends { slug: string }>(list: readonly T[], slug: string): T | undefined {
  return list.find((it) => it.slug === slug);
}
