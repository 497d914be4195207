# The jobs of EvidenceSpeed in R with package metafor, timed once each: prints 'job<TAB>seconds', for --rscript.
# Jobs that would take a minute are run in part and scaled; the part stands beside them.
suppressMessages(library(metafor))
d <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
fit <- rma(yi, vi, data = d)
seconds <- function(expression) system.time(expression)[["elapsed"]]
say <- function(job, s) cat(job, "\t", format(s, digits = 6), "\n", sep = "")

say("one REML fit, 13 studies", seconds(for (i in 1:100) rma(yi, vi, data = d)) / 100)
set.seed(1)
many <- lapply(1:200, function(i) {
  v <- 0.005 * 100^runif(13)
  list(y = -0.7 + sqrt(0.3 + v) * rnorm(13), v = v)
})
say("10,000 REML fits, 13 studies each, all cores",
    seconds(for (m in many) rma(m$y, m$v, control = list(maxiter = 1000))) * 10000 / 200)
say("GOSH: 8,191 subsets of 13 studies, REML", seconds(gosh(fit, subsets = 400, progbar = FALSE)) * 8191 / 400)
moments <- rma(yi, vi, data = d, method = "DL")
say("GOSH: 8,191 subsets of 13 studies, DerSimonian-Laird",
    seconds(gosh(moments, subsets = 400, progbar = FALSE)) * 8191 / 400)
say("exact permutation: 8,192 sign flips, REML", seconds(permutest(fit, iter = 400, progbar = FALSE)) * 8192 / 400)
say("exact permutation: 8,192 sign flips, DerSimonian-Laird",
    seconds(permutest(moments, iter = 400, progbar = FALSE)) * 8192 / 400)
# The exact model needs packages of its own; without them there is nothing to time.
needed <- c("BiasedUrn", "lme4", "numDeriv")
if (all(sapply(needed, requireNamespace, quietly = TRUE)))
  say("conditional-exact GLMM, 13 trials", seconds(rma.glmm(measure = "OR", ai = tpos, bi = tneg, ci = cpos, di = cneg,
      data = dat.bcg, model = "CM.EL")))
v <- 0.005 * 100^runif(1000)
y <- -0.7 + sqrt(0.3 + v) * rnorm(1000)
say("one REML fit, 1,000 studies", seconds(rma(y, v)))
