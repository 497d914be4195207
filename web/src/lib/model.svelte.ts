import { api, type Model, type Site, type Vessel } from './api';
import { curves, type Curve } from './anatomy';

/** The anatomy, asked once for each model. */
class Anatomy {
  model = $state.raw<Model | null>(null);
  curves = $state.raw<Curve[]>([]);
  error = $state<unknown>(null);
  private asked: Promise<Model> | null = null;

  load(id = 'healthy-adult'): Promise<Model> {
    return (this.asked ??= api.model(id).then(
      (model) => {
        this.model = model;
        this.curves = curves(model.vessels);
        this.error = null;
        return model;
      },
      (error) => {
        this.asked = null;
        this.error = error;
        throw error;
      },
    ));
  }

  vessel(id: string | null | undefined): Vessel | undefined {
    return id ? this.model?.vessels.find((v) => v.id === id) : undefined;
  }

  /** The site at which a vessel gives waves, where it has one. */
  siteOf(vessel: string): Site | undefined {
    return this.model?.sites.find((s) => s.vessel === vessel);
  }

  site(id: string): Site | undefined {
    return this.model?.sites.find((s) => s.id === id);
  }
}

export const anatomy = new Anatomy();
