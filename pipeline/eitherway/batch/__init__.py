"""Many workbooks: each is run apart from the others, on the cores of one machine or on a Dask cluster."""
