using 'main.bicep'

param administrators = ['00000000-0000-0000-0000-000000000000']
param alertEmail = 'drift@example.org'
