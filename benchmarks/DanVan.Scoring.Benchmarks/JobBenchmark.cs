namespace DanVan.Scoring.Benchmarks;
